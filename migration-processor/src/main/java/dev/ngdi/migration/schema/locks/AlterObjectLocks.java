package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;

/** {@code ALTER} of anything but a table. */
final class AlterObjectLocks {
  private final Taken taken;

  AlterObjectLocks(Taken taken) {
    this.taken = taken;
  }

  void alter(Statement.AlterObject alter) {
    switch (alter.kind()) {
      case "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE", "SEQUENCE", "INDEX" -> relation(alter);
      case "TRIGGER", "POLICY", "RULE" ->
          alter
              .on()
              .flatMap(taken::relation)
              .ifPresent(
                  table ->
                      taken.lock(
                          alter.kind().equals("TRIGGER") && taken.postgres() >= 15
                              ? taken.family(table.oid())
                              : List.of(table.oid()),
                          LockMode.ACCESS_EXCLUSIVE));
      case "DOMAIN" ->
          taken
              .before()
              .type(alter.name())
              .found()
              .ifPresent(domain -> new DomainLocks(taken).alter(domain.oid(), alter.actions()));
      case "TYPE" -> type(alter);
      case "PUBLICATION" -> new PublicationLocks(taken).alter(alter);
      default -> {}
    }
  }

  private void relation(Statement.AlterObject alter) {
    Optional<CatalogObject> target = taken.relation(alter.name());
    if (target.isEmpty()) {
      if (!alter.ifExists()) {
        taken.unproven("`%s` is not known".formatted(alter.name().sql()));
      }
      return;
    }
    CatalogObject object = target.get();
    for (ObjectAction action : alter.actions()) {
      if (object instanceof Sequence) {
        sequence(object.oid(), action);
      } else if (object instanceof Index index) {
        index(index, action);
      } else if (action instanceof ObjectAction.LikeTable like) {
        if (object instanceof Table table) {
          new AlterTableLocks(taken).alter(table, false, List.of(like.action()));
        } else {
          likeTable(object, List.of(like.action()), false);
        }
      } else {
        taken.lock(object.oid(), LockMode.ACCESS_EXCLUSIVE);
      }
    }
  }

  /**
   * What {@code ALTER TABLE} does to something else than a table.
   *
   * @param asTable whether it is called a table there
   */
  void likeTable(CatalogObject object, List<TableAction> actions, boolean asTable) {
    for (TableAction action : actions) {
      boolean renamesIndex =
          object instanceof Index && action instanceof TableAction.RenameTable && !asTable;
      taken.lock(
          object.oid(), renamesIndex ? LockMode.SHARE_UPDATE_EXCLUSIVE : ActionModes.of(action));
      if (action instanceof TableAction.SetAccessMethod method && object instanceof View view) {
        String now = view.settings().get("access method").orElse("heap");
        if (!method.method().orElse("heap").equals(now)) {
          taken.rewrite(object.oid());
        }
      }
    }
  }

  private void index(Index index, ObjectAction action) {
    if (action instanceof ObjectAction.Rename) {
      taken.lock(index.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE);
    } else if (action instanceof ObjectAction.LikeTable like) {
      likeTable(index, List.of(like.action()), false);
    } else if (action instanceof ObjectAction.AttachIndex attach) {
      taken.lock(index.table(), LockMode.ACCESS_SHARE);
      taken.lock(index.oid(), LockMode.SHARE_UPDATE_EXCLUSIVE);
      Optional<Index> part = taken.before().index(attach.index()).found();
      part.ifPresent(p -> taken.lock(p.table(), LockMode.ACCESS_SHARE));
      part.ifPresent(p -> taken.lock(p.oid(), LockMode.ACCESS_EXCLUSIVE));
    } else {
      taken.lock(index.oid(), LockMode.ACCESS_EXCLUSIVE);
    }
  }

  private void sequence(int oid, ObjectAction action) {
    boolean options = action instanceof ObjectAction.SetSequence;
    taken.lock(oid, options ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
    if (action instanceof ObjectAction.SetSequence set) {
      set.options()
          .ownedBy()
          .flatMap(this::owner)
          .ifPresent(table -> taken.lock(table, LockMode.ACCESS_SHARE));
    }
  }

  /** The table in a path that ends with a column. */
  private Optional<Integer> owner(List<String> path) {
    int last = path.size() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    Optional<String> schema = last > 1 ? Optional.of(path.get(last - 2)) : Optional.empty();
    return taken.relation(new QualifiedName(schema, path.get(last - 1))).map(CatalogObject::oid);
  }

  /** Tables that are made of a composite type change with it. */
  private void type(Statement.AlterObject alter) {
    Optional<UserType> type = taken.before().type(alter.name()).found();
    List<TableAction> actions =
        alter.actions().stream()
            .filter(ObjectAction.LikeTable.class::isInstance)
            .map(action -> ((ObjectAction.LikeTable) action).action())
            .toList();
    if (type.isEmpty() || actions.isEmpty()) {
      return;
    }
    taken.before().all(Table.class).stream()
        .filter(table -> table.ofType() == type.get().oid())
        .forEach(table -> new AlterTableLocks(taken).alter(table, false, actions));
  }
}
