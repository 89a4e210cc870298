package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that {@code up} defines, of a new table or of one that was there.
 *
 * @param existing whether the table was there before the migration
 * @param type its type; unknown where only the server knows
 */
record NewColumn(
    Change change,
    QualifiedName table,
    TableElement.Column definition,
    boolean existing,
    TypeRef type) {

  /** All of them, in order. */
  static List<NewColumn> in(Subject subject) {
    List<NewColumn> found = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.CreateTable create) {
        create.elements().stream()
            .filter(TableElement.Column.class::isInstance)
            .map(TableElement.Column.class::cast)
            .forEach(column -> found.add(of(change, create.table(), column, false)));
      } else if (change.statement() instanceof Statement.AlterTable alter) {
        boolean existing = subject.timeline().existing(change, alter.table()).isPresent();
        alter.actions().stream()
            .filter(TableAction.AddColumn.class::isInstance)
            .map(action -> ((TableAction.AddColumn) action).definition())
            .forEach(column -> found.add(of(change, alter.table(), column, existing)));
      }
    }
    return List.copyOf(found);
  }

  private static NewColumn of(
      Change change, QualifiedName table, TableElement.Column column, boolean existing) {
    int oid = change.after().relation(table).found().map(CatalogObject::oid).orElse(0);
    TypeRef type =
        change
            .after()
            .get(oid, Relation.class)
            .flatMap(relation -> relation.column(column.name()))
            .map(known -> known.type())
            .orElse(TypeRef.UNKNOWN);
    return new NewColumn(change, table, column, existing, type);
  }

  /** Its name as messages have it: {@code app_user.email}. */
  String named() {
    return table.sql() + "." + Identifiers.quote(definition.name());
  }

  /** Whether it is of a type that PostgreSQL brings, or an array of that. */
  boolean is(String builtin) {
    return type.builtin().equals(builtin);
  }

  /** A finding about it; the proposal is its definition with another type. */
  Finding finding(String problem, String otherType) {
    return Finding.at(Part.UP, change.statement(), problem, with(otherType));
  }

  /** Its definition with another type, and what stands behind that. */
  String with(String otherType) {
    StringBuilder sql = new StringBuilder(Identifiers.quote(definition.name()) + " " + otherType);
    definition.defaultValue().ifPresent(value -> sql.append(" DEFAULT ").append(value.sql()));
    for (ConstraintDefinition constraint : definition.constraints()) {
      constraint
          .name()
          .ifPresent(name -> sql.append(" CONSTRAINT ").append(Identifiers.quote(name)));
      sql.append(' ').append(constraint.sql());
    }
    return sql.toString();
  }

  /** The same as an array, if it is one. */
  String dimensioned(String otherType) {
    return otherType + "[]".repeat(type.dimensions());
  }
}
