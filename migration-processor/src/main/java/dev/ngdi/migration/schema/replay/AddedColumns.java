package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ADD COLUMN}. */
final class AddedColumns {
  private AddedColumns() {}

  static void add(Work work, Table table, TableAction.AddColumn add, boolean recurse) {
    if (table.isPartition() || table.ofType() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is a %s, which has no columns of its own"
              .formatted(table.name(), table.isPartition() ? "partition" : "typed table"),
          "");
      return;
    }
    Optional<Column> before = table.column(add.column());
    if (before.isPresent()) {
      if (new Finder(work).unsure(table)) {
        work.unproven("whether there is a column `%s`".formatted(add.column()));
      } else if (!add.ifNotExists()) {
        ColumnDefinitions.taken(work, table, add.column());
      }
      return;
    }
    if (Finder.SYSTEM_COLUMNS.contains(add.column())) {
      ColumnDefinitions.taken(work, table, add.column());
      return;
    }
    List<Table> children = work.schema().children(table.oid());
    if (!recurse && !children.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the column `%s` has to be added to the tables that inherit from `%s` too"
              .formatted(add.column(), table.name()),
          "");
      return;
    }
    boolean shared = table.partitionBy().isPresent() && work.schema().postgres() >= 17;
    if (add.definition().identity().isPresent() && !shared && !children.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "other tables inherit from `%s`, which have no identity columns of it"
              .formatted(table.name()),
          "");
      return;
    }
    if (add.ifNotExists() && !table.complete()) {
      work.unproven("whether there is a column `%s`".formatted(add.column()));
    }
    TableElement.Column definition = add.definition();
    ColumnDefinitions.checkConflicts(work, table.name(), definition);
    int number = ColumnDefinitions.put(work, table.oid(), definition);
    ColumnDefinitions.fill(work, table.oid(), number, definition);
    if (isFilled(work, table.oid(), number) && TableSettings.isRowType(work, table)) {
      return;
    }
    children.forEach(child -> inherit(work, table.oid(), number, child.oid()));
    if (add.ifNotExists() && new Finder(work).unsure(table)) {
      work.unproven("whether there is a column `%s`".formatted(add.column()));
      work.set(work.schema().withUnsure(table.oid()));
    }
    ColumnDefinitions.notNull(definition)
        .ifPresent(c -> Constraints.add(work, table.oid(), c, true, false));
  }

  /** Whether the rows that are there get values for a column, or its type has to accept null. */
  private static boolean isFilled(Work work, int oid, int number) {
    Table table = work.table(oid);
    Column column = table.column(number).orElseThrow();
    boolean stored = column.defaultOid() != 0 && column.generated() != Column.Generated.VIRTUAL;
    boolean checked =
        column.type().dimensions() == 0
            && work.get(column.type().oid(), UserType.Domain.class)
                .filter(domain -> domain.isConstrained(work.schema()))
                .isPresent();
    return table.partitionBy().isEmpty()
        && (stored || checked || column.identity() != Column.Identity.NONE);
  }

  private static void inherit(Work work, int parent, int number, int child) {
    Column column = work.table(parent).column(number).orElseThrow();
    Table table = work.table(child);
    Optional<Column> own = table.column(column.name());
    if (own.isPresent()) {
      work.put(
          table.withColumn(
              own.get().withInheritance(own.get().inherited() + 1, own.get().local())));
      return;
    }
    int at = Finder.nextNumber(table);
    boolean identity = table.isPartition() && work.schema().postgres() >= 17;
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(
        new Column(
            at,
            column.name(),
            column.type(),
            column.collation(),
            false,
            0,
            identity ? column.identity() : Column.Identity.NONE,
            column.generated(),
            1,
            false,
            column.settings()));
    work.put(table.withColumns(columns));
    Inheritance.dependOnType(work, new Ref(parent, column.number()), new Ref(child, at));
    Defaults.copy(work, parent, column, child, at);
    work.schema().children(child).forEach(next -> inherit(work, child, at, next.oid()));
  }
}
