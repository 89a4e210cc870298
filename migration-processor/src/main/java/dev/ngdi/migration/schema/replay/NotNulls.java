package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code NOT NULL}: a flag of the column, and from PostgreSQL 18 on a constraint with a name as
 * well.
 */
final class NotNulls {
  private NotNulls() {}

  /** Whether such constraints have names. */
  static boolean haveNames(Work work) {
    return work.schema().postgres() >= 18;
  }

  /** Of one column of one table. */
  static Optional<Constraint> find(Work work, int table, int column) {
    return work.schema().of(table, Constraint.class).stream()
        .filter(c -> c.type() == Kind.NOT_NULL && c.columns().contains(column))
        .findFirst();
  }

  /** What {@code SET NOT NULL} asks for; of the table alone, what it has will do. */
  static Constraint.State stateToSet(Work work, int table, int column, boolean recurse) {
    boolean kept =
        !recurse && find(work, table, column).filter(c -> c.state().noInherit()).isPresent();
    return kept ? Constraint.State.USUAL.asNoInherit() : Constraint.State.USUAL;
  }

  /**
   * Makes a column of a table, and of those that inherit from it, refuse nulls.
   *
   * @param name the constraint's name, if it is given one
   */
  static void set(
      Work work,
      int table,
      int column,
      Optional<String> name,
      Constraint.State state,
      boolean recurse) {
    if (state.noInherit() && work.table(table).partitionBy().isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the partitions of `%s` inherit every `NOT NULL`, so none is `NO INHERIT`"
              .formatted(work.table(table).name()),
          "");
      return;
    }
    List<Table> children = work.schema().children(table);
    boolean there =
        haveNames(work)
            ? find(work, table, column).isPresent()
            : work.table(table).column(column).orElseThrow().notNull();
    boolean alone = !recurse && !children.isEmpty() && !there;
    if (alone && leavesOut(work, work.table(table), column, children)) {
      return;
    }
    Constraint.State own = alone && haveNames(work) ? state.asNoInherit() : state;
    Optional<String> made = make(work, table, column, name, own, 0, true, Set.of());
    if (recurse && !state.noInherit() && !(there && haveNames(work))) {
      inherit(work, table, column, made, state);
    }
  }

  /** Adds such a constraint, which has to go to the tables that inherit as well. */
  static void add(
      Work work,
      int table,
      int column,
      Optional<String> name,
      Constraint.State state,
      boolean recurse) {
    boolean alone = !recurse && !state.noInherit() && !work.schema().children(table).isEmpty();
    if (alone && find(work, table, column).isEmpty()) {
      leftOut(work, work.table(table), column);
    } else if (!state.validated() || !isUnchecked(work, table, column, recurse)) {
      set(work, table, column, name, state, recurse);
    }
  }

  /** Whether existing rows were not checked yet, which has to be done first; that is said. */
  private static boolean isUnchecked(Work work, int table, int column, boolean recurse) {
    Optional<Constraint> there = find(work, table, column);
    if (there.isPresent()) {
      return isUnchecked(work, there.get());
    }
    String name = work.table(table).column(column).orElseThrow().name();
    return recurse
        && work.schema().children(table).stream()
            .anyMatch(
                child ->
                    child
                        .column(name)
                        .filter(own -> isUnchecked(work, child.oid(), own.number(), true))
                        .isPresent());
  }

  /** The same of a constraint. */
  static boolean isUnchecked(Work work, Constraint notNull) {
    if (notNull.state().validated() || work.schema().unsure(notNull)) {
      return false;
    }
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "55000",
        "the constraint `%s` of `%s` is `NOT VALID`"
            .formatted(notNull.name(), work.table(notNull.scope()).name()),
        "VALIDATE CONSTRAINT " + Identifiers.quote(notNull.name()));
    return true;
  }

  private static void leftOut(Work work, Table table, int column) {
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "42P16",
        "`NOT NULL` of column `%s` of `%s` has to hold for the tables that inherit from it too"
            .formatted(table.column(column).orElseThrow().name(), table.name()),
        "");
  }

  /** Whether it would hold for a partitioned table and not for its partitions, which is said. */
  private static boolean leavesOut(Work work, Table table, int column, List<Table> children) {
    String name = table.column(column).orElseThrow().name();
    boolean leavesOut =
        table.partitionBy().isPresent()
            && (haveNames(work) || children.stream().anyMatch(c -> isNullable(work, c, name)));
    if (leavesOut) {
      leftOut(work, table, column);
    }
    return leavesOut;
  }

  private static boolean isNullable(Work work, Table table, String column) {
    return table.column(column).filter(c -> !c.notNull()).isPresent()
        || work.schema().children(table.oid()).stream().anyMatch(c -> isNullable(work, c, column));
  }

  /** Makes the columns of a primary key that is added refuse nulls, as far as they do not yet. */
  static void ofKey(Work work, int table, List<Integer> columns, boolean recurse) {
    for (int column : columns) {
      Optional<Constraint> there = find(work, table, column);
      String name = work.table(table).column(column).orElseThrow().name();
      Optional<Table> nullable =
          work.schema().children(table).stream()
              .filter(child -> child.column(name).filter(c -> !c.notNull()).isPresent())
              .findFirst();
      if (!recurse && haveNames(work) && nullable.isPresent()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "",
            "column `%s` of `%s`, which inherits from `%s`, can be null"
                .formatted(name, nullable.get().name(), work.table(table).name()),
            "");
        return;
      }
      if (there.isEmpty() && haveNames(work) && isUnchecked(work, table, column, true)) {
        return;
      } else if (there.isEmpty()) {
        boolean shared = recurse || haveNames(work);
        set(work, table, column, Optional.empty(), Constraint.State.USUAL, shared);
      } else if (there.get().state().noInherit() || !there.get().state().validated()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "55000",
            "the constraint `%s` of `%s` is %s, which a primary key cannot build on"
                .formatted(
                    there.get().name(),
                    work.table(table).name(),
                    there.get().state().noInherit() ? "`NO INHERIT`" : "`NOT VALID`"),
            "");
      }
    }
  }

  /** Makes what columns have from a parent be the table's own as well. */
  static void own(Work work, int table, List<Integer> columns) {
    columns.stream()
        .flatMap(column -> find(work, table, column).stream())
        .filter(constraint -> !constraint.local())
        .forEach(c -> work.put(c.withInheritance(c.inherited(), true)));
  }

  private static void inherit(
      Work work, int table, int column, Optional<String> name, Constraint.State state) {
    String columnName = work.table(table).column(column).orElseThrow().name();
    for (Table child : work.schema().children(table)) {
      child
          .column(columnName)
          .ifPresent(
              own -> {
                int number = own.number();
                make(work, child.oid(), number, name, state, 1, false, Set.of());
                inherit(work, child.oid(), number, name, state);
              });
    }
  }

  /** Makes one, or counts it once more; gives the name it has. */
  static Optional<String> make(
      Work work,
      int oid,
      int number,
      Optional<String> name,
      Constraint.State state,
      int inherited,
      boolean local,
      Set<String> others) {
    Table table = work.table(oid);
    Column column = table.column(number).orElseThrow();
    work.put(table.withColumn(column.withNotNull(true)));
    if (!haveNames(work)) {
      return Optional.empty();
    }
    Optional<Constraint> before = find(work, oid, number);
    if (before.isPresent()) {
      Constraint known = before.get();
      if (local && name.filter(n -> !n.equals(known.name())).isPresent()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            work.isMaking(oid) ? "42601" : "55000",
            "`NOT NULL` of column `%s` of `%s` has the name `%s` already"
                .formatted(column.name(), table.name(), known.name()),
            "");
        return Optional.of(known.name());
      }
      if (local && known.state().noInherit() != state.noInherit()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            work.isMaking(oid) ? "42601" : "55000",
            "`NOT NULL` of column `%s` of `%s` is %s already"
                .formatted(
                    column.name(),
                    table.name(),
                    known.state().noInherit() ? "`NO INHERIT`" : "inherited by other tables"),
            "");
        return Optional.of(known.name());
      }
      work.put(
          known
              .withInheritance(known.inherited() + inherited, known.local() || local)
              .withState(
                  known
                      .state()
                      .withValidated(known.state().validated() || (local && state.validated()))));
      if (!local && state.validated() && !known.state().validated()) {
        // valid above and not here: no statement makes this at once
        work.set(work.schema().withUnsure(known.oid()));
      }
      return Optional.of(known.name());
    }
    boolean unknown = !table.complete() && (column.notNull() || !column.type().known());
    String chosen =
        name.filter(n -> local || work.schema().constraint(oid, n).found().isEmpty())
            .orElseGet(
                () ->
                    ChosenNames.constraint(
                        work.schema(),
                        table.scope(),
                        table.name(),
                        column.name(),
                        "not_null",
                        others));
    if (unknown || Constraints.nameTaken(work, table, chosen)) {
      return Optional.of(chosen);
    }
    Constraint constraint =
        new Constraint(
            work.newOid(),
            oid,
            chosen,
            Kind.NOT_NULL,
            List.of(number),
            Optional.empty(),
            Optional.empty(),
            0,
            state,
            inherited,
            local);
    work.put(constraint);
    work.depend(Ref.to(constraint.oid()), new Ref(oid, number), Dependency.Type.AUTO);
    return Optional.of(chosen);
  }

  /** {@code DROP NOT NULL}. */
  static void drop(Work work, int oid, Column column, boolean recurse) {
    drop(work, oid, column, recurse, "42601");
  }

  /** {@code DROP CONSTRAINT} of one. */
  static void dropNamed(Work work, int oid, Column column, boolean recurse) {
    drop(work, oid, column, recurse, "55000");
  }

  private static void drop(
      Work work, int oid, Column column, boolean recurse, String stateOfIdentity) {
    Table table = work.table(oid);
    boolean alone = !recurse && !haveNames(work) && !work.schema().children(oid).isEmpty();
    if (alone && table.partitionBy().isPresent()) {
      leftOut(work, table, column.number());
      return;
    }
    if (isNeeded(work, oid, column, stateOfIdentity)) {
      return;
    }
    boolean partitionOfOne =
        table.isPartition()
            && table.parents().stream()
                .flatMap(parent -> work.get(parent, Table.class).stream())
                .anyMatch(p -> p.column(column.name()).filter(Column::notNull).isPresent());
    Optional<Constraint> named = find(work, oid, column.number());
    if (partitionOfOne || named.filter(c -> c.inherited() > 0).isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "`NOT NULL` of column `%s` of `%s` comes from the table it inherits from"
              .formatted(column.name(), table.name()),
          "");
      return;
    }
    named.ifPresent(constraint -> Constraints.remove(work, constraint, recurse));
    boolean known = haveNames(work) && table.complete();
    clear(work, oid, column.number(), recurse && named.isEmpty() && !known);
  }

  /**
   * Whether a column can never be null, which is said.
   *
   * @param stateOfIdentity the code of the server's error where it is an identity column
   */
  static boolean isNeeded(Work work, int oid, Column column, String stateOfIdentity) {
    Table table = work.table(oid);
    boolean identity = column.identity() != Column.Identity.NONE;
    if (identity || inKey(work, oid, column.number())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          identity ? stateOfIdentity : "42P16",
          "column `%s` of `%s` is %s, which is never null"
              .formatted(
                  column.name(),
                  table.name(),
                  identity ? "an identity column" : "in the primary key"),
          "");
      return true;
    }
    if (TableSettings.identifies(work, table, column.number())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "column `%s` is in the index that identifies the rows of `%s`"
              .formatted(column.name(), table.name()),
          "");
      return true;
    }
    return false;
  }

  private static boolean inKey(Work work, int table, int column) {
    return work.schema().of(table, Constraint.class).stream()
        .filter(c -> !work.schema().unsure(c))
        .anyMatch(c -> c.type() == Kind.PRIMARY_KEY && c.columns().contains(column));
  }

  private static void clear(Work work, int oid, int number, boolean recurse) {
    Table table = work.table(oid);
    Column column = table.column(number).orElseThrow();
    if (isNeeded(work, oid, column, "42601")) {
      return;
    }
    work.put(table.withColumn(column.withNotNull(false)));
    if (recurse) {
      for (Table child : work.schema().children(oid)) {
        child.column(column.name()).ifPresent(own -> clear(work, child.oid(), own.number(), true));
      }
    }
  }
}
