package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a unique column in an {@code ADD COLUMN} on a table that has rows. */
final class AddColumnInlineUnique implements Rule {
  @Override
  public String summary() {
    return "`UNIQUE` in `ADD COLUMN`, which builds an index while nobody can read or write";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnInlineUnique::isFound)
        .map(
            added ->
                added.finding(
                    "`UNIQUE` in `ADD COLUMN` builds an index on `%s` while nobody can read or write it"
                        .formatted(added.tableSql()),
                    AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    return ColumnSql.has(added.action().definition(), Kind.UNIQUE)
        && added.table().partitionBy().isEmpty()
        && added.perhaps(RelationLock::scan);
  }
}
