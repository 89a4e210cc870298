package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a new identity column on a table that has rows. */
final class AddColumnIdentity implements Rule {
  @Override
  public String summary() {
    return "a new identity column, which numbers and so writes every row";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnIdentity::isFound)
        .map(
            added ->
                added.finding(
                    "a new identity column numbers every row of `%s`, which writes it and its indexes anew while nobody can read or write it"
                        .formatted(added.tableSql()),
                    AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    return added.action().definition().identity().isPresent()
        && added.surely(RelationLock::rewrite);
  }
}
