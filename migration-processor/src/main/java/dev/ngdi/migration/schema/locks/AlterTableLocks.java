package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ALTER TABLE}: one lock for all of its actions, and what each does under it. */
final class AlterTableLocks {
  private static final Set<String> DEFAULT_TABLESPACES = Set.of("", "pg_default");
  private static final String HEAP = "heap";

  private final Taken taken;

  AlterTableLocks(Taken taken) {
    this.taken = taken;
  }

  void alter(Statement.AlterTable alter) {
    Optional<CatalogObject> target = taken.relation(alter.table());
    if (target.isEmpty()) {
      if (!alter.ifExists()) {
        taken.unproven("`%s` is not known".formatted(alter.table().sql()));
      }
      return;
    }
    if (target.get() instanceof Table table) {
      alter(table, alter.only(), alter.actions());
    } else {
      new AlterObjectLocks(taken).likeTable(target.get(), alter.actions(), true);
    }
  }

  /** All actions of one statement on a table. */
  void alter(Table table, boolean only, List<TableAction> actions) {
    LockMode mode =
        actions.stream()
            .map(ActionModes::of)
            .reduce(LockMode::or)
            .orElse(LockMode.ACCESS_EXCLUSIVE);
    taken.lock(table.oid(), mode);
    Set<String> dropped = new HashSet<>();
    for (TableAction action : actions) {
      Set<Integer> reached = new LinkedHashSet<>(Set.of(table.oid()));
      if (ActionModes.reachesChildren(action, taken, table, only)) {
        reached.addAll(taken.family(table.oid()));
        taken.lock(reached, mode);
      }
      if (action instanceof TableAction.AddColumn add) {
        boolean there = table.column(add.column()).isPresent() && !dropped.contains(add.column());
        if (!there) {
          new ColumnLocks(taken).add(table, reached, add);
        }
      } else {
        act(table, reached, action);
      }
      if (action instanceof TableAction.DropColumn drop) {
        dropped.add(drop.column());
      }
    }
  }

  private void act(Table table, Set<Integer> reached, TableAction action) {
    if (action instanceof TableAction.SetNotNull set) {
      new NotNullLocks(taken).set(reached, set.column());
    } else if (action instanceof TableAction.AlterType change) {
      new TypeLocks(taken).change(table, reached, change);
    } else if (action instanceof TableAction.AddConstraint add) {
      new ConstraintLocks(taken).add(table, reached, add.constraint());
    } else if (action instanceof TableAction.ValidateConstraint validate) {
      new ConstraintLocks(taken).validate(table, reached, validate.name());
    } else if (action instanceof TableAction.AlterConstraint change) {
      new ConstraintLocks(taken).alter(table, change);
    } else if (action instanceof TableAction.AttachPartition attach) {
      new PartitionLocks(taken).attach(table, attach);
    } else if (action instanceof TableAction.DetachPartition detach) {
      new PartitionLocks(taken).detach(table, detach);
    } else if (action instanceof TableAction.DropConstraint drop) {
      new DropLocks(taken).dropConstraint(reached, drop.name());
    } else if (action instanceof TableAction.DropColumn drop) {
      new DropLocks(taken).dropColumn(reached, drop.column());
    } else {
      other(table, reached, action);
    }
  }

  private void other(Table table, Set<Integer> reached, TableAction action) {
    if (action instanceof TableAction.SetExpression set) {
      reached.forEach(oid -> expression(oid, set.column()));
    } else if (action instanceof TableAction.AlterIdentity identity) {
      taken.lock(sequences(table, identity.column()), LockMode.SHARE_ROW_EXCLUSIVE);
    } else if (action instanceof TableAction.DropIdentity identity) {
      taken.lock(sequences(table, identity.column()), LockMode.ACCESS_EXCLUSIVE);
    } else if (action instanceof TableAction.SetLogged set) {
      logged(table, set.logged());
    } else if (action instanceof TableAction.SetTablespace set) {
      String now = table.settings().get("tablespace").orElse("");
      boolean stays =
          DEFAULT_TABLESPACES.contains(now) && DEFAULT_TABLESPACES.contains(set.tablespace());
      rewriteUnless(table, stays || now.equals(set.tablespace()));
    } else if (action instanceof TableAction.SetAccessMethod set) {
      String now = table.settings().get("access method").orElse(HEAP);
      rewriteUnless(table, now.equals(set.method().orElse(HEAP)));
    } else if (action instanceof TableAction.SetSchema
        || (action instanceof TableAction.OwnerTo && changesOwner(table))) {
      taken.lock(sequences(table), LockMode.ACCESS_EXCLUSIVE);
    } else if (action instanceof TableAction.SetTriggerState set && !set.rule()) {
      triggers(table, set);
    } else if (action instanceof TableAction.SetInheritance set) {
      QualifiedName parent = set.parent();
      LockMode mode = set.inherit() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_SHARE;
      taken.relation(parent).ifPresent(object -> taken.lock(object.oid(), mode));
    }
  }

  private void rewriteUnless(Table table, boolean stays) {
    if (!stays) {
      taken.rewrite(table.oid());
    }
  }

  /** A trigger for each row has its like on every partition. */
  private void triggers(Table table, TableAction.SetTriggerState set) {
    boolean clones =
        taken.partitioned(table.oid())
            && taken.before().of(table.oid(), Trigger.class).stream()
                .filter(trigger -> set.name().isEmpty() || set.name().get().equals(trigger.name()))
                .anyMatch(trigger -> trigger.definition().forEachRow());
    if (clones) {
      taken.lock(taken.family(table.oid()), LockMode.SHARE_ROW_EXCLUSIVE);
    }
  }

  private boolean changesOwner(Table table) {
    return !taken.before().owner(table.oid()).equals(taken.after().owner(table.oid()));
  }

  private void expression(int oid, String column) {
    boolean virtual =
        taken
            .table(oid)
            .flatMap(table -> table.column(column))
            .filter(c -> c.generated() == Column.Generated.VIRTUAL)
            .isPresent();
    if (!virtual) {
      taken.rewrite(oid);
    }
  }

  private void logged(Table table, boolean logged) {
    if (logged == (table.persistence() == Table.Persistence.PERMANENT)) {
      return;
    }
    taken.rewrite(table.oid());
    if (taken.postgres() >= 15) {
      taken.lock(sequences(table), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  /** The sequences that go with a table. */
  private List<Integer> sequences(Table table) {
    return taken.before().dependents(Ref.to(table.oid())).stream()
        .flatMap(d -> taken.before().get(d.dependent().oid(), Sequence.class).stream())
        .filter(sequence -> sequence.owner().oid() == table.oid())
        .map(Sequence::oid)
        .distinct()
        .toList();
  }

  private List<Integer> sequences(Table table, String column) {
    int number = table.column(column).map(Column::number).orElse(-1);
    return sequences(table).stream()
        .filter(
            oid ->
                taken
                    .before()
                    .get(oid, Sequence.class)
                    .filter(s -> s.owner().column() == number)
                    .isPresent())
        .toList();
  }

  /** Whether a constraint needs an index that is not there yet. */
  static boolean buildsIndex(ConstraintDefinition constraint) {
    return switch (constraint.kind()) {
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> constraint.usingIndex().isEmpty();
      default -> false;
    };
  }
}
