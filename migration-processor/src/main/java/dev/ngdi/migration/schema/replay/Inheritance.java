package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** What a new table takes over from the tables that it inherits from or is a partition of. */
final class Inheritance {
  private final Work work;
  private final int oid;

  Inheritance(Work work, int oid) {
    this.work = work;
    this.oid = oid;
  }

  /** The columns, those of the same name merged. */
  void takeColumns(int parentOid) {
    Table parent = work.table(parentOid);
    work.depend(
        Ref.to(oid),
        Ref.to(parentOid),
        work.table(oid).isPartition() ? Dependency.Type.AUTO : Dependency.Type.NORMAL);
    for (Column column : parent.columns()) {
      Table table = work.table(oid);
      Optional<Column> before = table.column(column.name());
      if (before.isPresent()) {
        merge(table, before.get(), column);
      } else {
        put(parentOid, table, column);
      }
    }
  }

  private void merge(Table table, Column before, Column column) {
    if (before.type().known() && column.type().known() && !before.type().equals(column.type())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42804",
          "column `%s` of `%s` is %s in one of the tables it inherits from and %s in another"
              .formatted(
                  column.name(),
                  table.name(),
                  Rendering.type(work.schema(), before.type()),
                  Rendering.type(work.schema(), column.type())),
          "");
    }
    if (!before.collation().equals(column.collation())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P21",
          "column `%s` of `%s` has another collation in one of the tables it inherits from"
              .formatted(column.name(), table.name()),
          "");
    }
    for (String setting : List.of("storage", "compression")) {
      if (Toast.differs(work, before, column, setting)) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42804",
            "column `%s` of `%s` has another %s in each of the tables it inherits from"
                .formatted(column.name(), table.name(), setting),
            "");
      }
    }
    Settings settings = before.settings();
    Optional<String> compression = column.settings().get("compression");
    work.put(
        table.withColumn(
            before
                .withSettings(
                    compression.map(c -> settings.with("compression", c)).orElse(settings))
                .withNotNull(before.notNull() || column.notNull())
                .withInheritance(before.inherited() + 1, false)));
  }

  private void put(int parent, Table table, Column column) {
    int number = Finder.nextNumber(table);
    boolean identity = table.isPartition() && work.schema().postgres() >= 17;
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(
        new Column(
            number,
            column.name(),
            column.type(),
            column.collation(),
            column.notNull() && !NotNulls.haveNames(work),
            0,
            identity ? column.identity() : Column.Identity.NONE,
            column.generated(),
            1,
            false,
            taken(column)));
    work.put(table.withColumns(columns));
    dependOnType(work, new Ref(parent, column.number()), new Ref(oid, number));
  }

  private static Settings taken(Column column) {
    Settings settings = Settings.NONE;
    for (String name : List.of("storage", "compression")) {
      Optional<String> value = column.settings().get(name);
      settings = value.isPresent() ? settings.with(name, value.get()) : settings;
    }
    return settings;
  }

  /** Whether a table that inherits a column from a table inherits it from another table as well. */
  static boolean comesFromElsewhere(Work work, int table, String column) {
    return comesFromElsewhere(
        work, table, heir -> heir.column(column).map(Column::inherited).orElse(0));
  }

  /** The same of a constraint that is called the same in all of them. */
  static boolean constraintComesFromElsewhere(Work work, int table, String constraint) {
    return comesFromElsewhere(
        work,
        table,
        heir ->
            work.schema()
                .constraint(heir.oid(), constraint)
                .found()
                .map(Constraint::inherited)
                .orElse(0));
  }

  private static boolean comesFromElsewhere(Work work, int table, ToIntFunction<Table> inherited) {
    Set<Integer> reached = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(table));
    while (!open.isEmpty()) {
      int next = open.remove();
      if (reached.add(next)) {
        work.schema().children(next).forEach(child -> open.add(child.oid()));
      }
    }
    return reached.stream()
        .filter(oid -> oid != table)
        .map(work::table)
        .anyMatch(
            heir ->
                inherited.applyAsInt(heir)
                    > heir.parents().stream().filter(reached::contains).count());
  }

  /** Makes a copied column depend on what the original's type is. */
  static void dependOnType(Work work, Ref original, Ref copy) {
    work.schema().needs(original.oid()).stream()
        .filter(d -> d.dependent().equals(original) && d.type() == Dependency.Type.NORMAL)
        .forEach(d -> work.depend(copy, d.referenced(), Dependency.Type.NORMAL));
  }

  /** The defaults and expressions, where the table does not define its own. */
  void takeDefaults(Map<Integer, TableElement.Column> defined) {
    Map<Integer, String> taken = new HashMap<>();
    for (int parent : work.table(oid).parents()) {
      for (Column column : work.table(parent).columns()) {
        Column own = work.table(oid).column(column.name()).orElseThrow();
        boolean said =
            Optional.ofNullable(defined.get(own.number()))
                .flatMap(TableElement.Column::defaultValue)
                .isPresent();
        Optional<String> value =
            work.schema().defaultOf(column).map(v -> Rendering.sql(work.schema(), v.expression()));
        Optional<String> before = Optional.ofNullable(taken.get(own.number()));
        value.filter(v -> !said).ifPresent(v -> taken.put(own.number(), v));
        if (!said && value.isPresent() && before.filter(b -> !b.equals(value.get())).isPresent()) {
          work.problem(
              Problem.Kind.NOT_POSSIBLE,
              "42611",
              "column `%s` of `%s` has another default in each table it inherits from"
                  .formatted(own.name(), work.table(oid).name()),
              "");
          return;
        }
        if (own.defaultOid() == 0 && !said) {
          Defaults.copy(work, parent, column, oid, own.number());
        }
      }
    }
  }

  /** The checks. */
  void takeChecks() {
    for (int parent : work.table(oid).parents()) {
      checks(work, parent).forEach(check -> Checks.inheritNew(work, check, oid));
    }
  }

  /** The checks of a table that go to those that inherit from it. */
  static List<Constraint> checks(Work work, int table) {
    return work.schema().of(table, Constraint.class).stream()
        .filter(c -> c.type() == Kind.CHECK && !c.state().noInherit())
        .toList();
  }

  /** {@code NOT NULL}, under the names that it has in the parents. */
  void takeNotNulls() {
    for (int parent : work.table(oid).parents()) {
      for (Constraint constraint : CreateTables.notNulls(work, work.table(parent))) {
        int column = new Rebinding(work, parent, oid).column(constraint.columns().get(0));
        NotNulls.make(
            work,
            oid,
            column,
            Optional.of(constraint.name()),
            Constraint.State.USUAL,
            1,
            false,
            Set.of());
      }
    }
  }
}
