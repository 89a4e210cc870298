package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what PostgreSQL refuses: {@code CONCURRENTLY} on the index of a partitioned table. */
final class IndexConcurrentOnPartitioned implements Rule {
  @Override
  public String summary() {
    return "`CONCURRENTLY` for the index of a partitioned table, which PostgreSQL refuses";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class, Statement.DropIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    Stream<Finding> built =
        Occurrence.in(subject, Statement.CreateIndex.class).stream()
            .filter(index -> index.statement().concurrently())
            .filter(index -> IndexSql.partitioned(index).isPresent())
            .map(IndexConcurrentOnPartitioned::built);
    Stream<Finding> dropped =
        Occurrence.in(subject, Statement.DropIndex.class).stream()
            .filter(drop -> drop.statement().concurrently())
            .flatMap(
                drop ->
                    drop.statement().names().stream()
                        .flatMap(name -> drop.before().index(name).found().stream())
                        .filter(index -> IndexSql.isPartitioned(drop.before(), index))
                        .limit(1)
                        .map(index -> dropped(drop)));
    return Stream.concat(built, dropped).toList();
  }

  private static Finding built(Occurrence<Statement.CreateIndex> index) {
    boolean inUse = IndexSql.onExistingTable(index);
    return index.finding(
        "PostgreSQL refuses `CREATE INDEX CONCURRENTLY` on `%s`, which is partitioned"
            .formatted(index.statement().table().sql()),
        inUse ? PartitionedIndex.instead(index) : IndexSql.blocking(index.statement()));
  }

  private static Finding dropped(Occurrence<Statement.DropIndex> drop) {
    return drop.finding(
        "PostgreSQL refuses `DROP INDEX CONCURRENTLY %s`: the index is one of a partitioned table"
            .formatted(drop.statement().names().get(0).sql()),
        IndexSql.blocking(drop.statement()));
  }
}
