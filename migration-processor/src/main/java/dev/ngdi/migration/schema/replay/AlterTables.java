package dev.ngdi.migration.schema.replay;

import static dev.ngdi.migration.schema.Table.Persistence.PERMANENT;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ALTER TABLE}: which class does which action, and in which order. */
final class AlterTables {
  private AlterTables() {}

  static void replay(Work work, Statement.AlterTable statement) {
    if (statement.ifExists() && work.schema().inRelations(statement.table()).found().isEmpty()) {
      if (work.schema().open() || !work.schema().inRelations(statement.table()).sure()) {
        work.unproven("whether there is `%s`".formatted(statement.table().sql()));
        statement.actions().forEach(action -> doubtHeirs(work, action));
      }
      statement.actions().stream()
          .filter(TableAction.AddConstraint.class::isInstance)
          .forEach(a -> Constraints.possible(work, ((TableAction.AddConstraint) a).constraint()));
      return;
    }
    Optional<CatalogObject> target = new Finder(work).inRelations(statement.table());
    target.ifPresent(object -> apply(work, object, statement.actions(), !statement.only()));
  }

  /** What can have been done to a table can have been done to those that inherit from it. */
  private static void doubtHeirs(Work work, TableAction action) {
    if (action instanceof TableAction.RenameColumn rename) {
      Unseen.doubtHeirs(work, 0, rename.from());
    } else if (action instanceof TableAction.DropColumn drop) {
      Unseen.doubtHeirs(work, 0, drop.column());
    } else if (action instanceof TableAction.AlterType alter) {
      Unseen.doubtHeirs(work, 0, alter.column());
    }
  }

  /** Applies actions to a relation, in PostgreSQL's order. */
  static void apply(Work work, CatalogObject object, List<TableAction> actions, boolean recurse) {
    Set<String> typed = new HashSet<>();
    boolean twice =
        actions.stream()
            .filter(TableAction.AlterType.class::isInstance)
            .map(TableAction.AlterType.class::cast)
            .filter(action -> typed.contains(action.column()) || changes(work, object, action))
            .anyMatch(action -> !typed.add(action.column()));
    if (twice) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "a column of `%s` would get two types".formatted(object.name()),
          "");
      return;
    }
    if (changesPersistenceTwice(work, object, actions)) {
      return;
    }
    if (object instanceof Table table) {
      actions.forEach(action -> computesFrom(work, table, action));
      if (actions.stream().anyMatch(action -> keepsType(work, table, action, recurse))) {
        return;
      }
    }
    List<TableAction> ordered = new ArrayList<>();
    actions.forEach(action -> ordered.addAll(split(work, object.oid(), action)));
    dropNeedless(work, object, ordered);
    if (work.hasProblems()) {
      return;
    }
    ordered.sort(Comparator.comparingInt(AlterTables::pass));
    for (TableAction action : ordered) {
      Optional<CatalogObject> now = work.schema().get(object.oid());
      now.ifPresent(o -> apply(work, o, action, recurse));
    }
  }

  /** Behind a primary key {@code NOT NULL … NOT VALID} says nothing more of its columns. */
  private static void dropNeedless(Work work, CatalogObject object, List<TableAction> actions) {
    Set<String> keyed = new HashSet<>();
    for (TableAction action : List.copyOf(actions)) {
      if (action instanceof TableAction.AddConstraint add) {
        ConstraintDefinition constraint = add.constraint();
        boolean needless =
            constraint.kind() == ConstraintDefinition.Kind.NOT_NULL
                && constraint.name().isEmpty()
                && constraint.state().notValid()
                && keyed.containsAll(constraint.columns());
        if (needless) {
          actions.remove(action);
        } else if (isNamedOtherwise(work, object, constraint, keyed)) {
          return;
        } else if (constraint.kind() == ConstraintDefinition.Kind.PRIMARY_KEY) {
          keyed.addAll(constraint.columns());
        }
      }
    }
  }

  /** Whether a key before gives {@code NOT NULL} another name than it is given, which is said. */
  private static boolean isNamedOtherwise(
      Work work, CatalogObject object, ConstraintDefinition notNull, Set<String> keyed) {
    boolean named =
        notNull.kind() == ConstraintDefinition.Kind.NOT_NULL
            && notNull.name().isPresent()
            && object instanceof Table table
            && table.complete()
            && NotNulls.haveNames(work)
            && keyed.containsAll(notNull.columns());
    if (!named) {
      return false;
    }
    String column = notNull.columns().get(0);
    boolean there =
        ((Table) object)
            .column(column)
            .flatMap(own -> NotNulls.find(work, object.oid(), own.number()))
            .isPresent();
    String chosen =
        ChosenNames.constraint(
            work.schema(), object.scope(), object.name(), column, "not_null", Set.of());
    if (there || notNull.name().get().equals(chosen)) {
      return false;
    }
    work.problem(
        Problem.Kind.NOT_POSSIBLE,
        "55000",
        "`NOT NULL` of column `%s` of `%s` has the name `%s` from the key already"
            .formatted(column, object.name(), chosen),
        "");
    return true;
  }

  private static boolean changesPersistenceTwice(
      Work work, CatalogObject object, List<TableAction> actions) {
    List<Boolean> logged =
        actions.stream()
            .filter(TableAction.SetLogged.class::isInstance)
            .map(action -> ((TableAction.SetLogged) action).logged())
            .dropWhile(
                to -> object instanceof Table table && to == (table.persistence() == PERMANENT))
            .toList();
    if (logged.size() > 1) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "`%s` would be made logged or unlogged twice".formatted(object.name()),
          "");
    }
    return logged.size() > 1;
  }

  /** What values are computed from for another type are the columns before all actions. */
  private static void computesFrom(Work work, Table table, TableAction action) {
    if (action instanceof TableAction.AlterType alter) {
      alter.using().ifPresent(using -> Expressions.bind(work, using, table));
    }
  }

  /** What a column is before all actions can keep it from getting another type. */
  private static boolean keepsType(Work work, Table table, TableAction action, boolean recurse) {
    return action instanceof TableAction.AlterType alter
        && table
            .column(alter.column())
            .filter(column -> ColumnTypes.isRefused(work, table, column, alter, recurse))
            .isPresent();
  }

  private static boolean changes(Work work, CatalogObject object, TableAction.AlterType alter) {
    Work aside = new Work(work.schema());
    return work.get(object.oid(), Table.class)
        .flatMap(table -> table.column(alter.column()))
        .filter(column -> !column.type().equals(new Types(aside).find(alter.type()).type()))
        .isPresent();
  }

  private static void apply(Work work, CatalogObject object, TableAction action, boolean recurse) {
    if (RelationNames.apply(work, object, action, recurse)) {
      return;
    }
    if (object instanceof Table table) {
      boolean done =
          ColumnActions.apply(work, table, action, recurse)
              || ConstraintActions.apply(work, table, action, recurse)
              || InheritanceActions.apply(work, table, action)
              || TableSettings.apply(work, table, action);
      if (!done) {
        work.unproven("what one of its actions does");
      }
    } else if (object instanceof View view && ViewChanges.alter(work, view, action)) {
      return;
    } else if (object instanceof Index index && IndexActions.apply(work, index, action)) {
      return;
    } else if (work.schema().unsure(object)) {
      work.unproven("what `%s` is now".formatted(object.name()));
    } else if (!(object instanceof Sequence && action instanceof TableAction.SetLogged)) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "this cannot be done to %s `%s`".formatted(Finder.withArticle(object), object.name()),
          "");
    }
  }

  /** Adding a column with its constraints is several actions. */
  private static List<TableAction> split(Work work, int oid, TableAction action) {
    if (!(action instanceof TableAction.AddColumn add)) {
      return List.of(action);
    }
    boolean skipped =
        add.ifNotExists()
            && work.get(oid, Table.class).flatMap(t -> t.column(add.column())).isPresent();
    List<TableAction> actions = new ArrayList<>(List.of(action));
    if (!skipped) {
      List<ConstraintDefinition> others = ColumnDefinitions.others(add.definition());
      KeyOrder.of(others).forEach(key -> actions.add(new TableAction.AddConstraint(key)));
      others.stream()
          .filter(constraint -> !KeyOrder.isKey(constraint))
          .forEach(constraint -> actions.add(new TableAction.AddConstraint(constraint)));
    }
    return actions;
  }

  private static int pass(TableAction action) {
    if (action instanceof TableAction.DropColumn
        || action instanceof TableAction.DropConstraint
        || action instanceof TableAction.DropNotNull
        || action instanceof TableAction.DropExpression
        || action instanceof TableAction.DropIdentity
        || action instanceof TableAction.DropDefault) {
      return 0;
    } else if (action instanceof TableAction.AlterType) {
      return 1;
    } else if (action instanceof TableAction.AddColumn) {
      return 2;
    } else if (action instanceof TableAction.SetExpression) {
      return 3;
    } else if (action instanceof TableAction.SetNotNull) {
      return 4;
    } else if (action instanceof TableAction.AddConstraint add) {
      return add.constraint().usingIndex().isPresent() ? 6 : pass(add.constraint().kind());
    } else if (action instanceof TableAction.SetDefault
        || action instanceof TableAction.AddIdentity) {
      return 8;
    }
    return 9;
  }

  private static int pass(Kind kind) {
    return switch (kind) {
      case NOT_NULL -> 5;
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> 7;
      default -> 8;
    };
  }
}
