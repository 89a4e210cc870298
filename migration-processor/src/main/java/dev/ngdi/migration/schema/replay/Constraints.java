package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Constraints of tables: which class makes which, and what all have in common. */
final class Constraints {
  private Constraints() {}

  /**
   * Adds a constraint to a table and, where it goes there too, to those that inherit from it.
   *
   * @param atCreation whether the table is made by the same statement, so that it holds at once
   */
  static void add(
      Work work, int table, ConstraintDefinition definition, boolean recurse, boolean atCreation) {
    if (!possible(work, definition)) {
      return;
    }
    switch (definition.kind()) {
      case NOT_NULL ->
          columns(work, table, definition.columns())
              .forEach(
                  column ->
                      NotNulls.add(
                          work,
                          table,
                          column,
                          definition.name(),
                          state(definition, atCreation),
                          recurse));
      case CHECK -> Checks.add(work, table, definition, recurse, atCreation);
      case FOREIGN_KEY -> ForeignKeys.add(work, table, definition, recurse, atCreation);
      default -> Keys.add(work, table, definition, recurse, atCreation);
    }
  }

  /** Whether a constraint can be what is said of it; if not, that is said. */
  static boolean possible(Work work, ConstraintDefinition definition) {
    Optional<String> wrong = wrong(definition.kind(), definition.state());
    wrong.ifPresent(
        what ->
            work.problem(
                Problem.Kind.NOT_POSSIBLE,
                "0A000",
                "%s cannot be %s"
                    .formatted(
                        definition.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), what),
                ""));
    return wrong.isEmpty();
  }

  /** What a constraint of a kind cannot be, of what is said of it. */
  private static Optional<String> wrong(Kind kind, ConstraintDefinition.State state) {
    boolean indexed = kind == Kind.PRIMARY_KEY || kind == Kind.UNIQUE || kind == Kind.EXCLUDE;
    boolean checked = kind == Kind.CHECK || kind == Kind.NOT_NULL;
    if (checked && (state.deferrable() || state.initiallyDeferred())) {
      return Optional.of("`DEFERRABLE`");
    } else if (indexed && state.notValid()) {
      return Optional.of("`NOT VALID`");
    } else if (!checked && state.noInherit()) {
      return Optional.of("`NO INHERIT`");
    }
    return (indexed || kind == Kind.NOT_NULL) && state.notEnforced()
        ? Optional.of("`NOT ENFORCED`")
        : Optional.empty();
  }

  /** The numbers of columns, where all have to be there; else empty. */
  static List<Integer> columns(Work work, int table, List<String> names) {
    List<Integer> numbers = new ArrayList<>();
    for (String name : names) {
      Optional<Column> column = new Finder(work).column(work.table(table), name);
      if (column.isEmpty()) {
        return List.of();
      }
      numbers.add(column.get().number());
    }
    return numbers;
  }

  static Constraint.State state(ConstraintDefinition definition, boolean atCreation) {
    ConstraintDefinition.State said = definition.state();
    return new Constraint.State(
        said.deferrable() || said.initiallyDeferred(),
        said.initiallyDeferred(),
        !said.notEnforced() && (atCreation || !said.notValid()),
        !said.notEnforced(),
        said.noInherit());
  }

  /** Whether a table has a constraint of a name already, which is said. */
  static boolean nameTaken(Work work, Table table, String name) {
    Lookup<Constraint> lookup = work.schema().constraint(table.oid(), name);
    if (lookup.present()) {
      work.problem(
          Problem.Kind.NAME_TAKEN,
          "42710",
          "`%s` has a constraint `%s` already".formatted(table.name(), name),
          "");
    } else if (lookup.found().isPresent() || isOfTrigger(work, table, name)) {
      work.unproven("whether there is a constraint `%s`".formatted(name));
    }
    return lookup.found().isPresent();
  }

  /** Whether there is a constraint trigger of a name, which may have had another one. */
  private static boolean isOfTrigger(Work work, Table table, String name) {
    return work.schema().trigger(table.oid(), name).found().stream()
        .anyMatch(trigger -> trigger.definition().constraint());
  }

  /** The constraint of a name, where it has to be there. */
  static Optional<Constraint> find(Work work, Table table, String name) {
    Lookup<Constraint> lookup = work.schema().constraint(table.oid(), name);
    if (lookup.found().isEmpty()) {
      if (lookup.sure() && !isOfTrigger(work, table, name)) {
        List<String> known =
            work.schema().of(table.oid(), Constraint.class).stream().map(Constraint::name).toList();
        work.problem(
            Problem.Kind.NAME_NOT_FOUND,
            "42704",
            "there is no constraint `%s` on `%s`".formatted(name, table.name()),
            known.isEmpty() ? "" : Finder.near(name, known));
      } else {
        work.unproven("what the constraint `%s` is".formatted(name));
      }
    }
    return lookup.found();
  }

  /** {@code DROP CONSTRAINT}. */
  static void drop(
      Work work, int oid, String name, boolean ifExists, boolean cascade, boolean recurse) {
    Table table = work.table(oid);
    Optional<Trigger> trigger =
        work.schema().trigger(oid, name).found().filter(t -> t.definition().constraint());
    if (trigger.isPresent()) {
      ofTrigger(work, trigger.get());
      return;
    }
    Lookup<Constraint> lookup = work.schema().constraint(oid, name);
    if (ifExists && lookup.found().isEmpty()) {
      if (!lookup.sure()) {
        work.unproven("whether there is a constraint `%s`".formatted(name));
      }
      return;
    }
    Optional<Constraint> found = find(work, table, name);
    if (found.isEmpty()) {
      if (cascade && !table.complete()) {
        ForeignKeys.doubtReferring(work, oid);
      }
      return;
    }
    Constraint constraint = found.get();
    if (constraint.inherited() > 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the constraint `%s` of `%s` comes from the table it inherits from"
              .formatted(name, table.name()),
          "");
      return;
    }
    if (constraint.type() == Kind.NOT_NULL) {
      Column column = table.column(constraint.columns().get(0)).orElseThrow();
      NotNulls.dropNamed(work, oid, column, recurse);
      return;
    }
    List<Constraint> inherited = children(work, constraint);
    boolean shared = work.schema().postgres() < 18 && table.partitionBy().isPresent();
    if (!recurse && shared && !inherited.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the constraint `%s` cannot be dropped from `%s` and kept by its partitions"
              .formatted(name, table.name()),
          "");
      return;
    }
    if (Drops.drop(work, Ref.to(constraint.oid()), cascade)) {
      inherited.forEach(child -> lose(work, child, recurse));
    }
  }

  private static void ofTrigger(Work work, Trigger trigger) {
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "2BP01",
        "the constraint `%s` is a trigger".formatted(trigger.name()),
        "DROP TRIGGER");
  }

  /** Removes one from a table and what it gave to those that inherit. */
  static void remove(Work work, Constraint constraint, boolean recurse) {
    List<Constraint> inherited = children(work, constraint);
    Removal.object(work, constraint.oid());
    inherited.forEach(child -> lose(work, child, recurse));
  }

  /** One parent less has it; without any it goes, unless the table defines it itself. */
  static void lose(Work work, Constraint constraint, boolean goes) {
    if (work.schema().get(constraint.oid()).isEmpty()) {
      return;
    }
    int left = constraint.inherited() - 1;
    if (goes && left <= 0 && !constraint.local()) {
      if (!isNeeded(work, constraint)) {
        remove(work, constraint, true);
      }
    } else {
      work.put(
          constraint.withInheritance(
              Math.max(0, left), constraint.local() || (!goes && left <= 0)));
    }
  }

  private static boolean isNeeded(Work work, Constraint constraint) {
    return constraint.type() == Kind.NOT_NULL
        && work.table(constraint.scope())
            .column(constraint.columns().get(0))
            .filter(column -> NotNulls.isNeeded(work, constraint.scope(), column, "55000"))
            .isPresent();
  }

  /** Those of the tables that inherit that come from it. */
  static List<Constraint> children(Work work, Constraint constraint) {
    boolean byColumn = constraint.type() == Kind.NOT_NULL;
    boolean inherits = byColumn || constraint.type() == Kind.CHECK;
    if (!inherits || constraint.state().noInherit()) {
      return List.of();
    }
    return work.schema().children(constraint.scope()).stream()
        .flatMap(
            child ->
                (byColumn
                        ? byColumn(work, constraint, child)
                        : work.schema().constraint(child.oid(), constraint.name()).found())
                    .stream())
        .filter(c -> c.type() == constraint.type() && c.inherited() > 0)
        .toList();
  }

  private static Optional<Constraint> byColumn(Work work, Constraint constraint, Table child) {
    int number =
        new Rebinding(work, constraint.scope(), child.oid()).column(constraint.columns().get(0));
    return NotNulls.find(work, child.oid(), number);
  }

  /** Makes a constraint depend on its columns, or on its table if it has none. */
  static void dependOnColumns(Work work, Constraint constraint, Set<Integer> columns) {
    if (columns.isEmpty()) {
      work.depend(Ref.to(constraint.oid()), Ref.to(constraint.scope()), Dependency.Type.AUTO);
    }
    columns.forEach(
        column ->
            work.depend(
                Ref.to(constraint.oid()),
                new Ref(constraint.scope(), column),
                Dependency.Type.AUTO));
  }
}
