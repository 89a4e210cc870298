package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The way to an index on a partitioned table that blocks nobody. */
final class PartitionedIndex {
  private final Occurrence<Statement.CreateIndex> found;
  private final Schema after;
  private final List<Index> leaves = new ArrayList<>();
  private final List<String> parents = new ArrayList<>();
  private final List<String> attachments = new ArrayList<>();

  private PartitionedIndex(Occurrence<Statement.CreateIndex> found, Schema after) {
    this.found = found;
    this.after = after;
  }

  /**
   * One migration per partition, and one that makes the whole of them; empty where the partitions
   * are not known.
   *
   * @param found the statement, concurrent or not
   */
  static String instead(Occurrence<Statement.CreateIndex> found) {
    Schema after = found.change().after();
    return IndexSql.made(found.change(), found.statement())
        .map(index -> new PartitionedIndex(found, after).text(index))
        .orElse("");
  }

  private String text(Index index) {
    add(index);
    Sequel sequel = Sequel.of(found.subject());
    for (Index leaf : leaves) {
      String name = Rendering.name(after, leaf.oid());
      if (found.before().get(leaf.oid()).isEmpty()) {
        sequel.then(
            "The partition's part of the index `%s`.".formatted(index.name()),
            (leaf.unique() ? "DROP INDEX CONCURRENTLY IF EXISTS " + name + ";\n" : "")
                + IndexSql.concurrentDefinition(after, leaf),
            "DROP INDEX CONCURRENTLY " + name);
      }
    }
    List<String> back = new ArrayList<>();
    back.add("DROP INDEX " + Rendering.name(after, index.oid()));
    leaves.forEach(leaf -> back.add(IndexSql.definition(after, leaf)));
    List<String> up = new ArrayList<>(parents);
    up.addAll(attachments);
    return sequel
        .then(
            "<why the index is needed, as a sentence>. The partitions have their parts already.",
            String.join(";\n", up),
            String.join(";\n", back))
        .text();
  }

  private void add(Index index) {
    if (!IndexSql.isPartitioned(after, index)) {
      leaves.add(index);
      return;
    }
    parents.add(IndexSql.onlyDefinition(after, index));
    after.all(Index.class).stream()
        .filter(part -> part.parent() == index.oid())
        .sorted(Comparator.comparing(part -> Rendering.name(after, part.table())))
        .forEach(
            part -> {
              add(part);
              attachments.add(
                  "ALTER INDEX %s ATTACH PARTITION %s"
                      .formatted(
                          Rendering.name(after, index.oid()), Rendering.name(after, part.oid())));
            });
  }
}
