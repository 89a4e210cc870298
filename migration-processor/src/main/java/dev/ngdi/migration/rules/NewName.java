package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A name that a statement gives: to what it makes or to what it renames.
 *
 * @param change the statement
 * @param object what has the name, or for a column its table
 * @param table the name of the table that it belongs to; its own for a table
 * @param columns the names of the columns that it is about
 */
record NewName(
    Change change,
    NamePattern.Kind kind,
    CatalogObject object,
    String name,
    String table,
    List<String> columns) {
  NewName {
    columns = List.copyOf(columns);
  }

  /** All that a migration gives, in order. */
  static List<NewName> in(Subject subject) {
    List<NewName> names = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      change.after().touchedSince(change.before()).stream()
          .flatMap(touched -> touched.stream().sorted(Comparator.naturalOrder()))
          .flatMap(oid -> change.after().get(oid).stream())
          .forEach(object -> add(change, object, names));
    }
    return List.copyOf(names);
  }

  private static void add(Change change, CatalogObject object, List<NewName> names) {
    boolean isNew = isNew(change, object);
    if (object instanceof Table table) {
      addTable(change, table, isNew && table.complete(), names);
    } else if (!isNew) {
      return;
    } else if (object instanceof View) {
      names.add(new NewName(change, NamePattern.Kind.VIEW, object, object.name(), "", List.of()));
    } else if (object instanceof Index index && !isOwned(change.after(), index)) {
      List<Integer> numbers = index.parts().stream().map(Index.Part::column).toList();
      addMember(change, NamePattern.Kind.INDEX, object, index.table(), numbers, names);
    } else if (object instanceof Constraint constraint && constraint.inherited() == 0) {
      kind(constraint)
          .ifPresent(
              k -> addMember(change, k, object, constraint.scope(), constraint.columns(), names));
    } else if (object instanceof Trigger) {
      addMember(change, NamePattern.Kind.TRIGGER, object, object.scope(), List.of(), names);
    } else if (object instanceof UserType) {
      names.add(new NewName(change, NamePattern.Kind.TYPE, object, object.name(), "", List.of()));
    } else if (object instanceof Routine) {
      names.add(
          new NewName(change, NamePattern.Kind.ROUTINE, object, object.name(), "", List.of()));
    }
  }

  /** Whether it was not there, or under another name. */
  private static boolean isNew(Change change, CatalogObject object) {
    return change.before().get(object.oid()).filter(o -> o.name().equals(object.name())).isEmpty();
  }

  private static void addTable(Change change, Table table, boolean isNew, List<NewName> names) {
    if (table.persistence() == Table.Persistence.TEMPORARY) {
      return;
    }
    if (isNew) {
      names.add(
          new NewName(
              change, NamePattern.Kind.TABLE, table, table.name(), table.name(), List.of()));
    }
    Optional<Table> before = change.before().get(table.oid(), Table.class);
    for (Column column : table.columns()) {
      boolean had =
          before
              .flatMap(t -> t.column(column.number()))
              .filter(c -> c.name().equals(column.name()))
              .isPresent();
      boolean said = table.complete() || isSaid(change.statement(), column.name());
      if (!had && said && column.inherited() == 0) {
        names.add(
            new NewName(
                change,
                NamePattern.Kind.COLUMN,
                table,
                column.name(),
                table.name(),
                List.of(column.name())));
      }
    }
  }

  /** Of a table that is not known, a column may only be used for the first time. */
  private static boolean isSaid(Statement statement, String column) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .anyMatch(
                action ->
                    (action instanceof TableAction.AddColumn add && add.column().equals(column))
                        || (action instanceof TableAction.RenameColumn rename
                            && rename.to().equals(column)));
  }

  private static void addMember(
      Change change,
      NamePattern.Kind kind,
      CatalogObject object,
      int of,
      List<Integer> columns,
      List<NewName> names) {
    Optional<Relation> table = change.after().get(of, Relation.class);
    if (table.isPresent()) {
      List<String> columnNames =
          columns.stream()
              .map(number -> table.get().column(number).map(Column::name).orElse(""))
              .filter(name -> !name.isEmpty())
              .toList();
      names.add(new NewName(change, kind, object, object.name(), table.get().name(), columnNames));
    }
  }

  private static boolean isOwned(Schema schema, Index index) {
    return index.parent() != 0
        || schema.of(index.table(), Constraint.class).stream()
            .anyMatch(constraint -> constraint.index() == index.oid());
  }

  private static Optional<NamePattern.Kind> kind(Constraint constraint) {
    return switch (constraint.type()) {
      case PRIMARY_KEY -> Optional.of(NamePattern.Kind.PRIMARY_KEY);
      case UNIQUE -> Optional.of(NamePattern.Kind.UNIQUE);
      case FOREIGN_KEY -> Optional.of(NamePattern.Kind.FOREIGN_KEY);
      case CHECK -> Optional.of(NamePattern.Kind.CHECK);
      case EXCLUDE -> Optional.of(NamePattern.Kind.EXCLUSION);
      default -> Optional.empty();
    };
  }
}
