package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.TableAction;

/** What {@code ALTER INDEX} does to an index besides its name. */
final class IndexActions {
  private IndexActions() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, Index index, TableAction action) {
    if (action instanceof TableAction.SetOptions set) {
      boolean partitioned =
          work.get(index.table(), Table.class).flatMap(Table::partitionBy).isPresent();
      if (partitioned) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42809",
            "the partitioned index `%s` has no storage parameters, those of the partitions have"
                .formatted(index.name()),
            "");
        return true;
      }
      work.put(index.withSettings(TableSettings.with(index.settings(), set.options())));
    } else if (action instanceof TableAction.SetTablespace set) {
      work.put(
          index.withSettings(
              set.tablespace().equals("pg_default")
                  ? index.settings().without("tablespace")
                  : index.settings().with("tablespace", set.tablespace())));
    } else if (action instanceof TableAction.SetStatistics set) {
      String name = "statistics." + set.column();
      work.put(
          index.withSettings(
              set.target().equals("-1")
                  ? index.settings().without(name)
                  : index.settings().with(name, set.target())));
    } else {
      return false;
    }
    return true;
  }
}
