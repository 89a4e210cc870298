package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a harmless change of type that has a check asked again for every row. */
final class ChangeTypeRecheckConstraint implements Rule {
  @Override
  public String summary() {
    return "a change of a column's type for which a `CHECK` reads the whole table again";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AlterType.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return TypeChanges.in(subject).stream()
        .filter(change -> change.change().problems().isEmpty() && !TypeChanges.narrows(change))
        .filter(ChangeTypeRecheckConstraint::onlyReads)
        .filter(change -> !checks(change).isEmpty())
        .map(change -> change.finding(problem(change), instead(subject, change)))
        .toList();
  }

  private static boolean onlyReads(Alteration<TableAction.AlterType> change) {
    return change.surely(RelationLock::scan)
        && !change.perhaps(RelationLock::rewrite)
        && !change.perhaps(RelationLock::indexRebuild);
  }

  private static List<Constraint> checks(Alteration<TableAction.AlterType> change) {
    Optional<Integer> number = change.table().column(change.action().column()).map(Column::number);
    return change.change().before().of(change.table().oid(), Constraint.class).stream()
        .filter(c -> c.type() == Kind.CHECK && c.state().validated() && c.state().enforced())
        .filter(c -> number.filter(c.columns()::contains).isPresent())
        .toList();
  }

  private static String problem(Alteration<TableAction.AlterType> change) {
    return "the type of `%s` changes, so `%s` is checked for every row while nobody can read or write `%s`"
        .formatted(
            change.named(change.action().column()),
            checks(change).get(0).name(),
            change.tableSql());
  }

  private static String instead(Subject subject, Alteration<TableAction.AlterType> change) {
    Sequel sequel = Sequel.of(subject);
    String table = change.tableSql();
    List<Constraint> checks = checks(change);
    checks.forEach(check -> sequel.here(drop(table, check)));
    sequel.here(change.change().statement().source().sql());
    checks.forEach(check -> sequel.here(add(change, check)));
    for (Constraint check : checks) {
      sequel.then(
          "The check %s holds for existing rows of %s again.".formatted(check.name(), table),
          "ALTER TABLE %s VALIDATE CONSTRAINT %s;"
              .formatted(table, Identifiers.quote(check.name())),
          drop(table, check) + ";\n" + add(change, check) + ";");
    }
    return sequel.text();
  }

  private static String drop(String table, Constraint check) {
    return "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table, Identifiers.quote(check.name()));
  }

  private static String add(Alteration<TableAction.AlterType> change, Constraint check) {
    Schema before = change.change().before();
    return "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s)%s NOT VALID"
        .formatted(
            change.tableSql(),
            Identifiers.quote(check.name()),
            check.expression().map(e -> Rendering.sql(before, e).strip()).orElse("…"),
            check.state().noInherit() ? " NO INHERIT" : "");
  }
}
