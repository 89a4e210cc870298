package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Fragment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code CHECK} constraints of tables. */
final class Checks {
  private Checks() {}

  static void add(
      Work work, int oid, ConstraintDefinition definition, boolean recurse, boolean atCreation) {
    Fragment asked = definition.expression().orElseThrow();
    if (Expressions.hasSubquery(work, asked, "a check")) {
      return;
    }
    Expressions.Binding binding = Expressions.bind(work, asked, work.table(oid));
    Table table = work.table(oid);
    String name =
        definition
            .name()
            .orElseGet(() -> ChosenNames.check(work.schema(), table, binding.columns(), Set.of()));
    Constraint.State state = Constraints.state(definition, atCreation);
    Optional<Constraint> same = work.schema().constraint(oid, name).found();
    if (same.filter(c -> c.inherited() > 0 && !c.local() && c.type() == Kind.CHECK).isPresent()) {
      work.put(same.get().withInheritance(same.get().inherited(), true));
      return;
    }
    if (Constraints.nameTaken(work, table, name)) {
      return;
    }
    if (state.noInherit() && table.partitionBy().isPresent()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the partitions of `%s` inherit every check, so none is `NO INHERIT`"
              .formatted(table.name()),
          "");
      return;
    }
    if (!recurse && !state.noInherit() && !atCreation && !work.schema().children(oid).isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the constraint `%s` has to be added to the tables that inherit from `%s` too"
              .formatted(name, table.name()),
          "");
      return;
    }
    Constraint constraint = put(work, oid, name, binding, state, 0, true);
    if (recurse && !state.noInherit()) {
      work.schema().children(oid).forEach(child -> inherit(work, constraint, child.oid()));
    }
  }

  private static Constraint put(
      Work work,
      int table,
      String name,
      Expressions.Binding binding,
      Constraint.State state,
      int inherited,
      boolean local) {
    Constraint constraint =
        new Constraint(
            work.newOid(),
            table,
            name,
            Kind.CHECK,
            List.copyOf(binding.columns()),
            Optional.of(binding.bound()),
            Optional.empty(),
            0,
            state,
            inherited,
            local);
    work.put(constraint);
    if (binding.columns().isEmpty()) {
      Constraints.dependOnColumns(work, constraint, Set.of());
    }
    Ref ref = Ref.to(constraint.oid());
    binding.depend(work, ref, Dependency.Type.AUTO);
    return constraint;
  }

  /** Gives what a table has to a new one that inherits from it, which has no rows to break it. */
  static void inheritNew(Work work, Constraint parent, int child) {
    inherit(work, parent.withState(parent.state().withValidated(parent.state().enforced())), child);
  }

  /** Gives what a table has to one that inherits from it, and to those that inherit from that. */
  static void inherit(Work work, Constraint parent, int child) {
    Lookup<Constraint> own = work.schema().constraint(child, parent.name());
    if (own.found().isPresent()) {
      Constraint merged = own.found().get();
      work.put(merged.withInheritance(merged.inherited() + 1, merged.local()));
      return;
    }
    Expressions.Binding binding =
        new Rebinding(work, parent.scope(), child).binding(parent.expression().orElseThrow());
    Constraint made = put(work, child, parent.name(), binding, parent.state(), 1, false);
    work.schema().children(child).forEach(next -> inherit(work, made, next.oid()));
  }

  /** The same in a table that is made {@code LIKE} another. */
  static void copy(Work work, Constraint original, int table) {
    Expressions.Binding binding =
        new Rebinding(work, original.scope(), table).binding(original.expression().orElseThrow());
    if (!Constraints.nameTaken(work, work.table(table), original.name())) {
      put(
          work,
          table,
          original.name(),
          binding,
          original.state().withValidated(original.state().enforced()),
          0,
          true);
    }
  }
}
