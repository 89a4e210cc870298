package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a check in an {@code ADD COLUMN} on a table that has rows. */
final class AddColumnInlineCheck implements Rule {
  @Override
  public String summary() {
    return "a `CHECK` in `ADD COLUMN`, for which the whole table is read";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnInlineCheck::isFound)
        .map(
            added ->
                added.finding(
                    "a `CHECK` in `ADD COLUMN` reads all of `%s` while nobody can read or write it"
                        .formatted(added.tableSql()),
                    AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    return ColumnSql.has(added.action().definition(), Kind.CHECK)
        && added.surely(RelationLock::scan)
        && !added.perhaps(RelationLock::rewrite);
  }
}
