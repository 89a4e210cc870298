package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Gives what is there its old names and schemas. */
final class Renames {
  private final Change change;
  private final List<String> statements = new ArrayList<>();
  private Schema current;

  Renames(Change change) {
    this.change = change;
    this.current = change.after();
  }

  /** The schema behind, under the names that the statements so far have given. */
  Schema current() {
    return current;
  }

  /** Puts aside the names of what can only be dropped at the end and others have to get. */
  List<String> makeRoom() {
    statements.clear();
    for (int oid : change.fresh()) {
      CatalogObject object = current.get(oid).orElseThrow();
      boolean inTheWay =
          Late.of(change).contains(oid)
              && change.before().objects().stream().anyMatch(o -> Named.collide(o, object));
      if (inTheWay) {
        rename(object, free(change.before(), change.after(), object));
      }
    }
    return List.copyOf(statements);
  }

  /** A name like an object's that nothing has. */
  static String free(Schema before, Schema after, CatalogObject object) {
    String base = object.name().length() > 50 ? object.name().substring(0, 50) : object.name();
    for (int i = 0; ; i++) {
      String name = base + "_aside" + (i == 0 ? "" : i);
      CatalogObject other = Named.as(object, object.scope(), name);
      if (before.objects().stream().noneMatch(o -> Named.collide(o, other))
          && after.objects().stream().noneMatch(o -> Named.collide(o, other))) {
        return name;
      }
    }
  }

  List<String> back() {
    statements.clear();
    Deque<CatalogObject> todo = new ArrayDeque<>();
    for (int oid : change.kept()) {
      CatalogObject was = change.before().get(oid).orElseThrow();
      if (isNamed(was)) {
        todo.add(was);
      }
    }
    int patience = todo.size() * 2 + 1;
    while (!todo.isEmpty()) {
      CatalogObject was = todo.remove();
      CatalogObject is = current.get(was.oid()).orElseThrow();
      boolean taken = isTaken(was);
      if (taken && patience-- > 0) {
        if (patience < todo.size()) {
          rename(is, free(change.before(), current, is));
        }
        todo.add(was);
      } else {
        move(was);
      }
    }
    change.kept().forEach(oid -> renameColumns(change.before().get(oid).orElseThrow()));
    return List.copyOf(statements);
  }

  private boolean isNamed(CatalogObject was) {
    if (was instanceof ColumnDefault || was instanceof Extension) {
      return false;
    }
    boolean followsConstraint =
        was instanceof Index index
            && change.before().of(index.table(), Constraint.class).stream()
                .anyMatch(c -> c.index() == was.oid() && c.type() != Kind.FOREIGN_KEY);
    boolean inherited = was instanceof Constraint constraint && !constraint.local();
    return !followsConstraint && !inherited;
  }

  private boolean isTaken(CatalogObject was) {
    return current.objects().stream()
        .anyMatch(
            o ->
                o.oid() != was.oid()
                    && Named.collide(o, was)
                    && !(change.drops(o.oid()) && !Late.of(change).contains(o.oid())));
  }

  private void move(CatalogObject was) {
    CatalogObject is = current.get(was.oid()).orElseThrow();
    if (is.scope() != was.scope() && movesByItself(was)) {
      statements.add(
          "ALTER "
              + Kinds.reference(current, is)
              + " SET SCHEMA "
              + Written.name(change.before(), was.scope()));
    }
    if (is.scope() != was.scope()) {
      current = current.with(Named.as(is, was.scope(), is.name()));
    }
    CatalogObject moved = current.get(was.oid()).orElseThrow();
    if (!moved.name().equals(was.name())) {
      rename(moved, was.name());
    }
  }

  private static boolean movesByItself(CatalogObject object) {
    boolean owned = object instanceof Sequence sequence && sequence.owner().oid() != 0;
    return !owned && !(object instanceof Index);
  }

  private void rename(CatalogObject object, String name) {
    String to = Identifiers.quote(name);
    if (object instanceof Constraint constraint) {
      statements.add(
          ConstraintDdl.alter(current, constraint, false)
              + " RENAME CONSTRAINT "
              + Written.own(constraint)
              + " TO "
              + to);
      Optional<Index> index =
          current
              .get(constraint.index(), Index.class)
              .filter(i -> constraint.type() != Kind.FOREIGN_KEY);
      index.ifPresent(i -> current = current.with(i.withName(i.scope(), name)));
    } else {
      statements.add("ALTER " + Kinds.reference(current, object) + " RENAME TO " + to);
    }
    current = current.with(Named.as(object, object.scope(), name));
  }

  private void renameColumns(CatalogObject was) {
    boolean swap = false;
    for (Column column : Named.columns(was)) {
      Optional<Column> now = column(was.oid(), column.number());
      if (now.isEmpty() || now.get().name().equals(column.name()) || isInherited(was, column)) {
        continue;
      }
      boolean taken =
          Named.columns(current.get(was.oid()).orElseThrow()).stream()
              .anyMatch(c -> c.name().equals(column.name()) && isStillThere(was, c.number()));
      if (taken) {
        renameColumn(was.oid(), now.get(), column.name() + "_aside");
        swap = true;
      } else {
        renameColumn(was.oid(), now.get(), column.name());
      }
    }
    if (swap) {
      renameColumns(was);
    }
  }

  private static boolean isInherited(CatalogObject was, Column column) {
    return was instanceof Table table && !table.parents().isEmpty() && !column.local();
  }

  private boolean isStillThere(CatalogObject was, int number) {
    return Named.columns(was).stream().anyMatch(c -> c.number() == number);
  }

  private Optional<Column> column(int oid, int number) {
    return current.get(oid).map(Named::columns).orElse(List.of()).stream()
        .filter(column -> column.number() == number)
        .findFirst();
  }

  private void renameColumn(int oid, Column column, String name) {
    CatalogObject object = current.get(oid).orElseThrow();
    boolean composite = object instanceof UserType;
    statements.add(
        "ALTER "
            + (object instanceof Relation || composite ? object.kind() : "TABLE")
            + " "
            + Written.name(current, oid)
            + (composite ? " RENAME ATTRIBUTE " : " RENAME COLUMN ")
            + Identifiers.quote(column.name())
            + " TO "
            + Identifiers.quote(name));
    current = current.with(Named.withColumn(object, column.number(), name));
  }
}
