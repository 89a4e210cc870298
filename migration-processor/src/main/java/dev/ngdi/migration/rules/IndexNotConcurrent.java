package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Refuses an index whose building blocks the writes of a table that is in use. */
final class IndexNotConcurrent implements Rule {
  @Override
  public String summary() {
    return "building an index without `CONCURRENTLY` blocks every write of the table";
  }

  @Override
  public List<Finding> check(Subject subject) {
    Script up = subject.up().orElse(Script.EMPTY);
    // ON ONLY is the first step on a partitioned table: it builds nothing, and cannot be concurrent
    return up.all(Statement.CreateIndex.class).stream()
        .filter(index -> !index.concurrently() && !index.only())
        .filter(index -> IndexSql.onExistingTable(up, index))
        .map(index -> finding(subject, up, index))
        .toList();
  }

  private static Finding finding(Subject subject, Script up, Statement.CreateIndex index) {
    String problem =
        "`CREATE INDEX` on `%s` blocks every write until the index is built"
            .formatted(index.table().sql());
    return Finding.at(
        Part.UP,
        index,
        problem,
        IndexSql.isAlone(up, index)
            ? IndexSql.concurrently(index)
            : IndexSql.ownMigration(subject, index));
  }
}
