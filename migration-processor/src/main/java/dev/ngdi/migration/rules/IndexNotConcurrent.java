package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses an index whose building blocks the writes of a table that is in use. */
final class IndexNotConcurrent implements Rule {
  @Override
  public String summary() {
    return "building an index without `CONCURRENTLY` blocks every write of the table";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    Script up = subject.up().orElse(Script.EMPTY);
    // ON ONLY is the first step on a partitioned table: it builds nothing, and cannot be concurrent
    return Occurrence.in(subject, Statement.CreateIndex.class).stream()
        .filter(index -> !index.statement().concurrently() && !index.statement().only())
        .filter(IndexSql::onExistingTable)
        .filter(index -> IndexSql.partitioned(index).isEmpty() && !isThere(index))
        .map(index -> finding(up, index))
        .toList();
  }

  private static boolean isThere(Occurrence<Statement.CreateIndex> index) {
    return index.statement().ifNotExists()
        && index
            .statement()
            .name()
            .filter(name -> index.before().index(name).present())
            .isPresent();
  }

  private static Finding finding(Script up, Occurrence<Statement.CreateIndex> index) {
    Statement.CreateIndex create = index.statement();
    return index.finding(
        "`CREATE INDEX` on `%s` blocks every write until the index is built"
            .formatted(create.table().sql()),
        IndexSql.isAlone(up, create)
            ? IndexSql.concurrently(index.change(), create)
            : IndexSql.ownMigration(index));
  }
}
