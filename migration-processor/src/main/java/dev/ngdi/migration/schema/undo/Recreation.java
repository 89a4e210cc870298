package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds what has to be made anew on a way back: what cannot be altered, what stands in the way of a
 * column's type, and what needs either.
 */
final class Recreation {
  private final Change change;
  private final Deque<Ref> found = new ArrayDeque<>();

  Recreation(Change change) {
    this.change = change;
  }

  void find() {
    for (int oid : change.kept()) {
      CatalogObject was = change.before().get(oid).orElseThrow();
      CatalogObject is = change.after().get(oid).orElseThrow();
      if (was instanceof Table old && is instanceof Table now) {
        old.columns().forEach(column -> compare(now, column));
      } else if (was instanceof UserType.Enumeration old
          && EnumChanges.remakes(old, (UserType.Enumeration) is)) {
        change.needing(Ref.to(oid)).forEach(user -> usesType(user, oid));
      } else if (was instanceof ColumnDefault old) {
        compare(old, (ColumnDefault) is);
      } else if (!canBeAltered(was, is)) {
        add(oid);
      }
    }
    while (!found.isEmpty()) {
      Ref lost = found.pop();
      change.needing(lost).forEach(this::add);
    }
  }

  private void add(int oid) {
    Optional<CatalogObject> object = change.before().get(oid);
    boolean stays = object.filter(o -> o instanceof Table || o instanceof UserType).isPresent();
    if (object.isEmpty()
        || stays
        || change.fresh().contains(oid)
        || object.get() instanceof Sequence) {
      return;
    }
    if (object.get() instanceof ColumnDefault value && isComputed(value)) {
      addColumn(new Ref(value.scope(), value.column()));
    }
    if (change.recreated().add(oid)) {
      found.add(Ref.to(oid));
      if (object.get() instanceof Constraint constraint
          && constraint.index() != 0
          && constraint.type() != Kind.FOREIGN_KEY) {
        add(constraint.index());
      }
    }
  }

  private boolean isComputed(ColumnDefault value) {
    return change
        .before()
        .get(value.scope(), Table.class)
        .flatMap(table -> table.column(value.column()))
        .filter(column -> column.generated() != Column.Generated.NONE)
        .isPresent();
  }

  private void addColumn(Ref column) {
    if (change.recreatedColumns().add(column)) {
      found.add(column);
      change.kept().add(column.oid());
    }
  }

  private void compare(ColumnDefault was, ColumnDefault is) {
    boolean same = was.expression().equals(is.expression());
    if (!same && isComputed(was) && change.before().postgres() < 17) {
      addColumn(new Ref(was.scope(), was.column()));
    }
  }

  private void compare(Table now, Column was) {
    Optional<Column> is = now.column(was.number());
    if (is.isEmpty()) {
      return;
    }
    Ref column = new Ref(now.oid(), was.number());
    if (was.generated() != is.get().generated()) {
      addColumn(column);
    } else if (!was.type().equals(is.get().type())
        || !was.collation().equals(is.get().collation())) {
      change.needing(column).forEach(user -> usesColumn(user, was, is.get()));
    }
  }

  /** What the server does not adapt to another type of a column. */
  private void usesColumn(int user, Column was, Column is) {
    CatalogObject object = change.after().get(user).orElseThrow();
    boolean blocks =
        object instanceof View
            || object instanceof RewriteRule
            || object instanceof Trigger
            || object instanceof Policy
            || object instanceof Routine
            || (object instanceof ColumnDefault value && isComputed(value));
    if (blocks || (!Casts.alike(was.type(), is.type()) && dependsOnType(object))) {
      add(user);
    }
  }

  private static boolean dependsOnType(CatalogObject object) {
    if (object instanceof Constraint constraint) {
      return constraint.type() == Kind.CHECK
          || constraint.type() == Kind.FOREIGN_KEY
          || constraint.type() == Kind.EXCLUDE;
    } else if (object instanceof Index index) {
      return index.predicate().isPresent()
          || index.parts().stream()
              .anyMatch(p -> p.expression().isPresent() || !p.operatorClass().isEmpty());
    }
    return object instanceof ColumnDefault || object instanceof Statistics;
  }

  /** What uses an enum that is made anew, be it by way of a column. */
  private void usesType(int user, int type) {
    CatalogObject object = change.after().get(user).orElseThrow();
    add(user);
    if (object instanceof Table table) {
      for (Column column : table.columns()) {
        if (column.type().oid() == type) {
          change
              .needing(new Ref(user, column.number()))
              .forEach(
                  other -> {
                    CatalogObject needing = change.after().get(other).orElseThrow();
                    if (!(needing instanceof Index index) || dependsOnType(index)) {
                      addUnlessKey(needing);
                    }
                  });
        }
      }
    }
  }

  private void addUnlessKey(CatalogObject object) {
    boolean key =
        object instanceof Constraint constraint
            && (constraint.type() == Kind.PRIMARY_KEY
                || constraint.type() == Kind.UNIQUE
                || constraint.type() == Kind.NOT_NULL);
    if (!key) {
      add(object.oid());
    }
  }

  private boolean canBeAltered(CatalogObject was, CatalogObject is) {
    if (was instanceof Constraint old && is instanceof Constraint now) {
      return canBeAltered(old, now);
    } else if (was instanceof Index old && is instanceof Index now) {
      return old.withName(now.scope(), now.name())
              .withSettings(now.settings())
              .withValid(now.valid())
              .withParent(now.parent())
              .equals(now)
          && (old.parent() == now.parent() || isAttachedOtherwise(now.table()));
    } else if (was instanceof View old && is instanceof View now) {
      return ViewChanges.canBeReplaced(old, now);
    } else if (was instanceof Routine old && is instanceof Routine now) {
      return RoutineChanges.canBeReplaced(old, now);
    } else if (was instanceof Trigger old && is instanceof Trigger now) {
      return old.withName(now.name()).withState(now.state()).equals(now);
    } else if (was instanceof Policy old && is instanceof Policy now) {
      return PolicyChanges.canBeAltered(old, now);
    } else if (was instanceof Statistics old && is instanceof Statistics now) {
      return old.withName(now.scope(), now.name()).equals(now);
    }
    return !(was instanceof OtherObject old) || old.withName(is.scope(), is.name()).equals(is);
  }

  private boolean canBeAltered(Constraint was, Constraint is) {
    Constraint same = was.withName(is.name()).withInheritance(is.inherited(), is.local());
    boolean onlyState = same.withState(is.state()).equals(is);
    Constraint.State old = was.state();
    Constraint.State now = is.state();
    boolean foreignKey = was.type() == Kind.FOREIGN_KEY;
    boolean deferrability =
        old.deferrable() == now.deferrable() && old.initiallyDeferred() == now.initiallyDeferred();
    return onlyState
        && (deferrability || foreignKey)
        && (old.validated() || !now.validated())
        && old.enforced() == now.enforced()
        && old.noInherit() == now.noInherit();
  }

  /** Whether a table is a partition of another than before: then its indexes follow. */
  private boolean isAttachedOtherwise(int table) {
    Optional<Table> was = change.before().get(table, Table.class);
    Optional<Table> is = change.after().get(table, Table.class);
    return !was.map(Table::parents).equals(is.map(Table::parents));
  }
}
