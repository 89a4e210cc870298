package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of a table, its added columns left out. */
final class TableChanges {
  private final Change change;
  private final Schema before;
  private final Table was;
  private final Table is;
  private final List<String> statements = new ArrayList<>();

  private TableChanges(Change change, Table was, Table is) {
    this.change = change;
    this.before = change.before();
    this.was = was;
    this.is = is;
  }

  static List<String> of(Change change, Table was, Table is) {
    TableChanges changes = new TableChanges(change, was, is);
    changes.compare();
    return changes.statements;
  }

  private void compare() {
    for (Column column : was.columns()) {
      boolean remade = change.recreatedColumns().contains(new Ref(was.oid(), column.number()));
      is.column(column.number()).filter(c -> !remade).ifPresent(now -> compare(column, now));
    }
    String alter = ColumnDdl.alterRelation(before, was.oid());
    statements.addAll(SettingsChanges.options(alter, was.settings(), is.settings()));
    if (was.persistence() != is.persistence()) {
      boolean logged = was.persistence() == Table.Persistence.PERMANENT;
      statements.add(alter + (logged ? " SET LOGGED" : " SET UNLOGGED"));
    }
    if (was.ofType() != 0 && was.ofType() != is.ofType()) {
      statements.add(alter + " OF " + Written.name(before, was.ofType()));
    }
    setting(alter, "access method", m -> " SET ACCESS METHOD " + m, " SET ACCESS METHOD DEFAULT");
    setting(alter, "tablespace", t -> " SET TABLESPACE " + t, " SET TABLESPACE pg_default");
    setting(alter, "row security", TableDdl::rowSecurity, " DISABLE ROW LEVEL SECURITY");
    setting(
        alter, "force row security", TableDdl::forceRowSecurity, " NO FORCE ROW LEVEL SECURITY");
    setting(
        alter,
        "replica identity",
        i -> TableDdl.replicaIdentity(before, i),
        " REPLICA IDENTITY DEFAULT");
    setting(
        alter,
        "cluster on",
        i -> " CLUSTER ON " + TableDdl.indexName(before, i).orElse(i),
        " SET WITHOUT CLUSTER");
    joinParents(alter);
  }

  private interface Clause {
    String of(String value);
  }

  private void setting(String alter, String name, Clause clause, String usual) {
    Settings old = was.settings();
    if (!old.get(name).equals(is.settings().get(name))) {
      statements.add(alter + old.get(name).map(clause::of).orElse(usual));
    }
  }

  private void joinParents(String alter) {
    for (int parent : was.parents()) {
      if (was.isPartition()
          && (!is.parents().contains(parent) || !is.bound().equals(was.bound()))) {
        statements.add(TableDdl.attach(before, was));
      } else if (!was.isPartition() && !is.parents().contains(parent)) {
        statements.add(alter.replace(" ONLY ", " ") + " INHERIT " + Written.name(before, parent));
      }
    }
  }

  private void compare(Column old, Column now) {
    boolean own = old.local() || was.parents().isEmpty();
    String alter = ColumnDdl.alter(before, was.oid(), old);
    if (own) {
      compareType(alter, old, now);
      compareNotNull(alter, old, now);
      compareIdentity(alter, old, now);
    }
    compareSettings(alter, old, now.settings());
  }

  private void compareType(String alter, Column old, Column now) {
    boolean sameType = old.type().equals(now.type());
    if (!old.type().known() || (sameType && old.collation().equals(now.collation()))) {
      return;
    }
    String name = Identifiers.quote(old.name());
    statements.add(
        alter.replace(" ONLY ", " ")
            + " TYPE "
            + Rendering.type(before, old.type())
            + (old.collation().isEmpty() ? "" : " COLLATE " + old.collation())
            + (sameType ? "" : Casts.using(before, name, now.type(), old.type())));
  }

  private void compareNotNull(String alter, Column old, Column now) {
    boolean named =
        ColumnDdl.notNullConstraint(before, was.oid(), old.number()).isPresent()
            || ColumnDdl.notNullConstraint(change.after(), was.oid(), old.number()).isPresent();
    if (!named && old.notNull() != now.notNull()) {
      statements.add(alter + (old.notNull() ? " SET NOT NULL" : " DROP NOT NULL"));
    }
  }

  private void compareIdentity(String alter, Column old, Column now) {
    if (old.identity() == now.identity()) {
      return;
    }
    if (old.identity() == Column.Identity.NONE) {
      statements.add(alter + " DROP IDENTITY");
    } else if (now.identity() == Column.Identity.NONE) {
      statements.add(alter + " ADD " + ColumnDdl.identity(before, was, old));
    } else {
      statements.add(alter + " SET GENERATED " + ColumnDdl.when(old.identity()));
    }
  }

  private void compareSettings(String alter, Column column, Settings now) {
    Settings old = column.settings();
    String usual = alter + UsualStorage.set(before, column.type());
    setting(old, now, "storage", s -> alter + ColumnDdl.storage(s), usual);
    setting(
        old,
        now,
        "compression",
        c -> alter + ColumnDdl.compression(c),
        alter + ColumnDdl.compression("default"));
    setting(
        old, now, "statistics", s -> alter + " SET STATISTICS " + s, alter + " SET STATISTICS -1");
    statements.addAll(SettingsChanges.options(alter, old, now));
  }

  private void setting(Settings old, Settings now, String name, Clause clause, String usual) {
    Optional<String> value = old.get(name);
    if (!value.equals(now.get(name))) {
      statements.add(value.map(clause::of).orElse(usual));
    }
  }
}
