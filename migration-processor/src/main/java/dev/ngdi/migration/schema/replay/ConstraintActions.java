package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;

/** What {@code ALTER TABLE} does to constraints. */
final class ConstraintActions {
  private ConstraintActions() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, Table table, TableAction action, boolean recurse) {
    if (action instanceof TableAction.AddConstraint add) {
      Constraints.add(work, table.oid(), add.constraint(), recurse, false);
    } else if (action instanceof TableAction.DropConstraint drop) {
      Constraints.drop(work, table.oid(), drop.name(), drop.ifExists(), drop.cascade(), recurse);
    } else if (action instanceof TableAction.ValidateConstraint validate) {
      Constraints.find(work, table, validate.name())
          .ifPresent(constraint -> validate(work, table, constraint));
    } else if (action instanceof TableAction.AlterConstraint alter) {
      if (!recurse && table.partitionBy().isPresent() && NotNulls.haveNames(work)) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "42P16",
            "the constraint `%s` has to change in the partitions of `%s` too"
                .formatted(alter.name(), table.name()),
            "");
        return true;
      }
      Constraints.find(work, table, alter.name())
          .ifPresent(constraint -> alter(work, constraint, alter));
    } else {
      return false;
    }
    return true;
  }

  private static void validate(Work work, Table table, Constraint constraint) {
    boolean possible =
        constraint.type() == Kind.CHECK
            || constraint.type() == Kind.FOREIGN_KEY
            || constraint.type() == Kind.NOT_NULL;
    if (!possible || !constraint.state().enforced()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          possible ? "55000" : "42809",
          "the constraint `%s` of `%s` is %s"
              .formatted(
                  constraint.name(),
                  table.name(),
                  possible ? "not enforced" : "no check, foreign key or `NOT NULL`"),
          "");
      return;
    }
    work.put(constraint.withState(constraint.state().withValidated(true)));
    Constraints.children(work, constraint)
        .forEach(child -> validate(work, work.table(child.scope()), child));
    ForeignKeys.partitions(work, constraint)
        .forEach(child -> validate(work, work.table(child.scope()), child));
  }

  private static void alter(Work work, Constraint constraint, TableAction.AlterConstraint alter) {
    Constraint.State before = constraint.state();
    boolean initially = alter.initiallyDeferred().orElse(before.initiallyDeferred());
    boolean deferrable =
        alter.deferrable().orElse(alter.initiallyDeferred().orElse(false) || before.deferrable());
    boolean enforced = alter.enforced().orElse(before.enforced());
    boolean noInherit = alter.inherit().map(i -> !i).orElse(before.noInherit());
    if (alter.deferrable().isPresent() && constraint.type() != Kind.FOREIGN_KEY) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the constraint `%s` is no foreign key".formatted(constraint.name()),
          "");
      return;
    }
    Constraint.State after =
        new Constraint.State(
            deferrable,
            deferrable && initially,
            enforced && (before.validated() || alter.enforced().isPresent()),
            enforced,
            noInherit);
    work.put(constraint.withState(after));
    ForeignKeys.partitions(work, constraint).forEach(child -> work.put(child.withState(after)));
  }
}
