package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Warns of another collation for a column with indexes, which are built anew for it. */
final class ChangeCollation implements Rule {
  @Override
  public String summary() {
    return "another collation for a column, for which its indexes are built anew";
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
        .filter(TypeChanges::isCollation)
        .filter(
            change ->
                change.surely(RelationLock::indexRebuild) && !change.perhaps(RelationLock::rewrite))
        .map(
            change ->
                change.finding(
                    "the collation of `%s` changes, so its indexes are built anew while nobody can read or write `%s`"
                        .formatted(change.named(change.action().column()), change.tableSql()),
                    NewColumnPlan.of(subject, change)))
        .toList();
  }
}
