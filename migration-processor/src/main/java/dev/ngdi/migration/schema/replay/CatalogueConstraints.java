package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.replay.CatalogueQuery.Candidate;
import dev.ngdi.migration.sql.ConstraintDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints as rows of the catalogue. */
final class CatalogueConstraints {
  private final Schema schema;
  private final List<Candidate> rows;

  CatalogueConstraints(Schema schema, List<Candidate> rows) {
    this.schema = schema;
    this.rows = rows;
  }

  /** As {@code pg_constraint} has them. */
  void own() {
    for (Constraint constraint : schema.all(Constraint.class)) {
      Map<String, Datum> fields = new HashMap<>();
      fields.put("oid", Datum.oid(constraint.oid()));
      fields.put("conname", new Datum.Text(constraint.name()));
      fields.put("contype", new Datum.Text(letter(constraint.type())));
      fields.put("convalidated", Datum.of(constraint.state().validated()));
      Optional<Table> table = schema.get(constraint.scope(), Table.class);
      schema
          .get(constraint.scope())
          .ifPresent(owner -> fields.put("connamespace", Datum.oid(owner.scope())));
      fields.put("conrelid", Datum.oid(table.map(Table::oid).orElse(0)));
      constraint.references().ifPresent(to -> fields.put("confrelid", Datum.oid(to.table())));
      rows.add(new Candidate(new Datum.Row(fields), !schema.unsure(constraint)));
    }
    unsureTables(Map.of(), "conrelid");
  }

  /** As {@code information_schema} has them, or their columns. */
  void standard(String view) {
    for (Constraint constraint : schema.all(Constraint.class)) {
      boolean ofTable = schema.get(constraint.scope(), Table.class).isPresent();
      if (!ofTable || constraint.type() == ConstraintDefinition.Kind.EXCLUDE) {
        continue;
      }
      Map<String, Datum> fields = new HashMap<>();
      fields.put("constraint_name", new Datum.Text(constraint.name()));
      fields.put("constraint_type", new Datum.Text(words(constraint.type())));
      place(fields, "constraint_schema", constraint.scope());
      switch (view) {
        case "table_constraints" -> {
          of(fields, constraint.scope());
          rows.add(new Candidate(new Datum.Row(fields), isSure(constraint)));
        }
        case "key_column_usage" -> {
          fields.remove("constraint_type");
          if (isKey(constraint)) {
            columns(constraint, fields, constraint.scope(), constraint.columns(), true);
          }
        }
        default -> {
          fields.remove("constraint_type");
          int table = constraint.references().map(r -> r.table()).orElse(constraint.scope());
          List<Integer> columns =
              constraint.references().map(r -> r.columns()).orElse(constraint.columns());
          columns(constraint, fields, table, columns, isKey(constraint));
        }
      }
    }
    unsureTables(Map.of(), "");
    Datum own = new Datum.Text("pg_" + Datum.ANYTHING);
    Datum catalog = new Datum.Text("pg_catalog");
    SystemRows.one(
        rows, Map.of("constraint_schema", catalog, "constraint_name", own, "table_name", own));
    if (!view.equals("key_column_usage")) {
      Datum invented = new Datum.Text(Datum.ANYTHING + "_not_null");
      SystemRows.one(
          rows, Map.of("constraint_name", invented, "constraint_type", new Datum.Text("CHECK")));
    }
  }

  private void columns(
      Constraint constraint,
      Map<String, Datum> fields,
      int table,
      List<Integer> numbers,
      boolean known) {
    of(fields, table);
    if (!known || numbers.isEmpty()) {
      rows.add(new Candidate(new Datum.Row(fields), false));
    }
    for (int number : numbers) {
      Map<String, Datum> all = new HashMap<>(fields);
      schema
          .get(table, Relation.class)
          .flatMap(relation -> relation.column(number))
          .map(Column::name)
          .ifPresent(name -> all.put("column_name", new Datum.Text(name)));
      rows.add(new Candidate(new Datum.Row(all), known && isSure(constraint)));
    }
  }

  private boolean isSure(Constraint constraint) {
    return !schema.unsure(constraint) && constraint.type() != ConstraintDefinition.Kind.NOT_NULL;
  }

  private static boolean isKey(Constraint constraint) {
    return switch (constraint.type()) {
      case PRIMARY_KEY, UNIQUE, FOREIGN_KEY -> true;
      default -> false;
    };
  }

  /** A table that is not wholly known can have more of them. */
  private void unsureTables(Map<String, Datum> fields, String number) {
    for (Table table : schema.all(Table.class)) {
      if (schema.unsure(table)) {
        Map<String, Datum> all = new HashMap<>(fields);
        if (number.isEmpty()) {
          of(all, table.oid());
        } else {
          all.put(number, Datum.oid(table.oid()));
        }
        rows.add(new Candidate(new Datum.Row(all), false));
      }
    }
  }

  private void of(Map<String, Datum> fields, int table) {
    schema
        .get(table)
        .map(CatalogObject::name)
        .ifPresent(name -> fields.put("table_name", new Datum.Text(name)));
    place(fields, "table_schema", table);
  }

  private void place(Map<String, Datum> fields, String field, int table) {
    schema
        .get(table)
        .flatMap(owner -> schema.get(owner.scope()))
        .map(CatalogObject::name)
        .ifPresent(name -> fields.put(field, new Datum.Text(name)));
  }

  private static String letter(ConstraintDefinition.Kind kind) {
    return switch (kind) {
      case NOT_NULL -> "n";
      case CHECK -> "c";
      case UNIQUE -> "u";
      case PRIMARY_KEY -> "p";
      case FOREIGN_KEY -> "f";
      case EXCLUDE -> "x";
    };
  }

  private static String words(ConstraintDefinition.Kind kind) {
    return switch (kind) {
      case NOT_NULL -> "CHECK";
      default -> kind.name().replace('_', ' ');
    };
  }
}
