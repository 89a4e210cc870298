package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of an index that is built on all partitions at once. */
final class IndexPartitionedRecursive implements Rule {
  @Override
  public String summary() {
    return "an index on a partitioned table blocks the writes of every partition until all have"
        + " theirs";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.CreateIndex.class).stream()
        .filter(index -> !index.statement().concurrently() && !index.statement().only())
        .filter(IndexSql::onExistingTable)
        .flatMap(index -> IndexSql.partitioned(index).stream().flatMap(t -> finding(index, t)))
        .toList();
  }

  private static Stream<Finding> finding(Occurrence<Statement.CreateIndex> index, Table table) {
    List<Table> partitions = index.before().children(table.oid());
    if (partitions.isEmpty() && table.complete()) {
      return Stream.of();
    }
    return Stream.of(
        index.finding(
            "`CREATE INDEX` on `%s` blocks the writes of %s until each has its part of the index"
                .formatted(
                    index.statement().table().sql(),
                    partitions.isEmpty() ? "every partition" : partitions(partitions)),
            PartitionedIndex.instead(index)));
  }

  private static String partitions(List<Table> partitions) {
    return Names.listed(partitions.stream().map(Table::name).sorted().toList());
  }
}
