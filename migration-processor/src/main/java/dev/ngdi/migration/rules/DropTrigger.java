package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Warns of the drop of a trigger, which nobody can pass while it waits. */
final class DropTrigger implements Rule {
  private static final Pattern CREATE =
      Pattern.compile("\\ACREATE\\s+(?:OR\\s+REPLACE\\s+)?TRIGGER\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSTRAINT =
      Pattern.compile("CREATE\\s+CONSTRAINT\\b", Pattern.CASE_INSENSITIVE);

  @Override
  public String summary() {
    return "dropping a trigger blocks every read and write of the table while it waits for its"
        + " turn";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.DropObject.class).stream()
        .filter(drop -> drop.statement().kind().equals("TRIGGER"))
        .filter(drop -> !TriggerSql.waitIsLimited(drop))
        .flatMap(drop -> finding(drop).stream())
        .toList();
  }

  private static Optional<Finding> finding(Occurrence<Statement.DropObject> drop) {
    return drop.statement()
        .on()
        .flatMap(
            name ->
                drop.existingTable(name)
                    .filter(table -> !fillsOwnRow(drop, table))
                    .map(
                        table ->
                            drop.finding(
                                "`DROP TRIGGER` blocks every read and write of `%s` while it waits"
                                        .formatted(name.sql())
                                    + " for its turn",
                                instead(drop))));
  }

  private static boolean fillsOwnRow(Occurrence<Statement.DropObject> drop, Table table) {
    return drop.before()
        .trigger(table.oid(), drop.statement().names().get(0).name())
        .found()
        .filter(trigger -> TriggerSql.fillsOwnRow(drop.before(), trigger.definition()))
        .isPresent();
  }

  /** A trigger that is made again can be replaced, under a weaker lock and without a gap. */
  private static String instead(Occurrence<Statement.DropObject> drop) {
    Optional<String> replaced =
        TriggerSql.replacement(drop)
            .map(create -> create.source().sql())
            .filter(sql -> !CONSTRAINT.matcher(sql).lookingAt())
            .map(sql -> CREATE.matcher(sql).replaceFirst("CREATE OR REPLACE TRIGGER"));
    return replaced
        .map(sql -> "SET LOCAL lock_timeout = '2s';\n" + Statements.ended(sql))
        .orElseGet(() -> TriggerSql.limited(drop.statement()));
  }
}
