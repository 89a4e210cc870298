package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableElement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Partitioned tables and what they give to their partitions. */
final class Partitions {
  private Partitions() {}

  /** {@code PARTITION BY}. */
  static void partitionBy(Work work, int oid, TableElement.PartitionBy by) {
    Optional<IndexParts> key = IndexParts.read(work, oid, "", by.key());
    List<Index.Part> parts = key.map(IndexParts::parts).orElse(List.of());
    Optional<Column> computed =
        parts.stream()
            .flatMap(part -> work.table(oid).column(part.column()).stream())
            .filter(column -> column.generated() != Column.Generated.NONE)
            .findFirst();
    if (computed.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P17",
          "column `%s` is computed, and no table is partitioned by it"
              .formatted(computed.get().name()),
          "");
      return;
    }
    work.put(
        work.table(oid)
            .withPartitioning(Optional.of(new Table.Partitioning(by.strategy(), parts))));
  }

  /** Whether a table is partitioned by a column, or by an expression that names it. */
  static boolean isPartitionedBy(Table table, int column) {
    return table.partitionBy().isPresent()
        && table.partitionBy().get().key().stream()
            .anyMatch(part -> names(part, new Ref(table.oid(), column)));
  }

  private static boolean names(Index.Part part, Ref column) {
    return part.column() == column.column()
        || part.expression()
            .filter(e -> e.names().stream().anyMatch(n -> n.target().equals(column)))
            .isPresent();
  }

  /** The indexes, triggers and foreign keys of the partitioned table. */
  static void takeFromParent(Work work, int oid) {
    int parent = work.table(oid).parents().get(0);
    List<Index> indexes =
        work.schema().indexes(parent).stream().sorted(Comparator.comparingInt(Index::oid)).toList();
    indexes.forEach(index -> IndexPartitions.createOn(work, index, work.table(oid), true));
    takeTriggers(work, parent, oid);
    foreignKeys(work, parent).forEach(key -> ForeignKeys.inherit(work, key, oid));
    ForeignKeys.referTo(work, work.table(oid));
  }

  private static void takeTriggers(Work work, int parent, int oid) {
    Optional<Trigger> prevents =
        work.schema().of(oid, Trigger.class).stream()
            .filter(trigger -> trigger.definition().forEachRow())
            .filter(trigger -> !trigger.definition().transitionTables().isEmpty())
            .findFirst();
    if (prevents.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "%s has transition tables, which row triggers of partitions have not"
              .formatted(Described.of(work.schema(), Ref.to(prevents.get().oid()))),
          "");
      return;
    }
    work.schema().of(parent, Trigger.class).stream()
        .filter(trigger -> trigger.definition().forEachRow())
        .sorted(Comparator.comparingInt(Trigger::oid))
        .forEach(trigger -> Triggers.copy(work, trigger, oid, false));
  }

  static List<Constraint> foreignKeys(Work work, int table) {
    return work.schema().of(table, Constraint.class).stream()
        .filter(c -> c.type() == Kind.FOREIGN_KEY)
        .sorted(Comparator.comparingInt(Constraint::oid))
        .toList();
  }
}
