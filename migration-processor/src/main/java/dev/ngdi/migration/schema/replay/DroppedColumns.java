package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code DROP COLUMN}. */
final class DroppedColumns {
  private DroppedColumns() {}

  static void drop(Work work, Table table, TableAction.DropColumn drop, boolean recurse) {
    Optional<Column> found = table.column(drop.column());
    if (found.isEmpty()) {
      absent(work, table, drop);
      return;
    }
    if (table.ofType() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the columns of `%s` are those of its type".formatted(table.name()),
          "");
      return;
    }
    Column column = found.get();
    Optional<String> reason = reason(table, column, recurse, work);
    if (reason.isPresent()) {
      work.problem(Problem.Kind.NOT_POSSIBLE, "42P16", reason.get(), "");
      return;
    }
    List<Ref> refs = new ArrayList<>(List.of(new Ref(table.oid(), column.number())));
    Map<Integer, Integer> lost = new LinkedHashMap<>();
    collect(work, table, column.name(), recurse, refs, lost);
    Optional<Table> partitioned =
        refs.stream()
            .filter(ref -> Partitions.isPartitionedBy(work.table(ref.oid()), ref.column()))
            .map(ref -> work.table(ref.oid()))
            .findFirst();
    if (partitioned.isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`%s` is partitioned by column `%s`".formatted(partitioned.get().name(), column.name()),
          "");
      return;
    }
    if (Drops.drop(work, refs, drop.cascade())) {
      release(work, column.name(), recurse, lost);
      Unseen.doubtHeirs(work, table, drop.column());
      if (drop.cascade() && !table.complete()) {
        Unseen.doubt(work, true);
      }
    }
  }

  private static void absent(Work work, Table table, TableAction.DropColumn drop) {
    if (drop.cascade() && !table.complete()) {
      Unseen.doubt(work, true);
    }
    Unseen.doubtHeirs(work, table, drop.column());
    boolean known = table.complete() && !new Finder(work).unsure(table);
    if (!drop.ifExists() && known) {
      new Finder(work).column(table, drop.column());
    } else if (drop.ifExists() && !known && table.complete()) {
      work.unproven("whether there is a column `%s`".formatted(drop.column()));
    }
  }

  private static Optional<String> reason(Table table, Column column, boolean recurse, Work work) {
    if (column.inherited() > 0) {
      return Optional.of(
          "column `%s` of `%s` comes from the table it inherits from"
              .formatted(column.name(), table.name()));
    }
    if (Partitions.isPartitionedBy(table, column.number())) {
      return Optional.of(
          "`%s` is partitioned by column `%s`".formatted(table.name(), column.name()));
    }
    boolean onlyPartitioned =
        !recurse
            && table.partitionBy().isPresent()
            && !work.schema().children(table.oid()).isEmpty();
    return onlyPartitioned
        ? Optional.of(
            "column `%s` cannot be dropped from `%s` and kept by its partitions"
                .formatted(column.name(), table.name()))
        : Optional.empty();
  }

  /**
   * The columns that have no other reason to be there.
   *
   * @param lost takes from how many of them less the columns of heirs come
   */
  private static void collect(
      Work work,
      Table table,
      String name,
      boolean recurse,
      List<Ref> refs,
      Map<Integer, Integer> lost) {
    List<Table> children =
        work.schema().children(table.oid()).stream()
            .sorted(Comparator.comparingInt(Table::oid))
            .toList();
    for (Table child : children) {
      Optional<Column> own = child.column(name);
      if (own.isEmpty()) {
        continue;
      }
      int left = own.get().inherited() - lost.merge(child.oid(), 1, Integer::sum);
      if (recurse && left == 0 && !own.get().local()) {
        refs.add(new Ref(child.oid(), own.get().number()));
        collect(work, child, name, true, refs, lost);
      }
    }
  }

  /** Those that stay come from fewer tables, and are kept for themselves where only one goes. */
  private static void release(Work work, String name, boolean recurse, Map<Integer, Integer> lost) {
    lost.forEach(
        (oid, fewer) ->
            work.get(oid, Table.class)
                .ifPresent(
                    child ->
                        child
                            .column(name)
                            .ifPresent(own -> release(work, child, own, fewer, recurse))));
  }

  private static void release(Work work, Table child, Column column, int fewer, boolean recurse) {
    int left = Math.max(0, column.inherited() - fewer);
    boolean local = column.local() || !recurse || left == 0;
    work.put(child.withColumn(column.withInheritance(left, local)));
  }
}
