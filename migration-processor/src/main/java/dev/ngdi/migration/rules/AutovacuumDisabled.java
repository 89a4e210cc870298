package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a table whose dead rows nobody removes any more. */
final class AutovacuumDisabled implements Rule {
  private static final String PARAMETER = "autovacuum_enabled";
  private static final Set<String> OFF = Set.of("false", "off", "no", "0", "f", "n");

  @Override
  public String summary() {
    return "a table without autovacuum, whose dead rows stay and whose statistics grow old";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetOptions.class, Statement.CreateTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    Stream<Finding> made =
        Occurrence.in(subject, Statement.CreateTable.class).stream()
            .filter(create -> !create.statement().temporary())
            .filter(
                create ->
                    isOff(create.statement().clauses().options().getOrDefault(PARAMETER, "on")))
            .filter(create -> staysOff(create.subject(), create.statement().table()))
            .map(
                create ->
                    create.finding(
                        problem(create.statement().table()),
                        "the table without `" + PARAMETER + "`"));
    Stream<Finding> altered =
        Alteration.in(subject, TableAction.SetOptions.class).stream()
            .filter(
                set ->
                    isOff(
                        set.action()
                            .options()
                            .getOrDefault(PARAMETER, Optional.empty())
                            .orElse("on")))
            .filter(set -> staysOff(subject, set.alter().table()))
            .map(
                set ->
                    set.finding(
                        problem(set.alter().table()),
                        "ALTER TABLE %s SET (autovacuum_vacuum_scale_factor = 0.02)"
                            .formatted(set.alter().table().sql())));
    return Stream.concat(made, altered).toList();
  }

  private static boolean isOff(String value) {
    return OFF.contains(value.toLowerCase(Locale.ROOT));
  }

  /** Whether the migration leaves it off; what it turns on again was off for its own work. */
  private static boolean staysOff(Subject subject, QualifiedName name) {
    return subject
        .timeline()
        .end()
        .relation(name)
        .found()
        .filter(Table.class::isInstance)
        .flatMap(table -> ((Table) table).settings().get("option." + PARAMETER))
        .filter(AutovacuumDisabled::isOff)
        .isPresent();
  }

  private static String problem(QualifiedName table) {
    return "nothing removes the dead rows of `%s` any more, and its statistics grow old"
        .formatted(table.sql());
  }
}
