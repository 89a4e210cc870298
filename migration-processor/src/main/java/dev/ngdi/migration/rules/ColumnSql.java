package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Bound;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableElement;
import dev.ngdi.migration.sql.TypeName;
import java.util.Optional;
import java.util.Set;

/** What the rules on columns have in common. */
final class ColumnSql {
  private static final Set<String> SERIAL =
      Set.of("serial", "serial4", "bigserial", "serial8", "smallserial", "serial2");

  private ColumnSql() {}

  /** Whether a column is defined as {@code serial} or one of its sisters. */
  static boolean isSerial(TableElement.Column column) {
    return column
        .type()
        .map(TypeName::name)
        .filter(name -> name.schema().isEmpty() && SERIAL.contains(name.name()))
        .isPresent();
  }

  /** Whether a column is defined with a constraint of a kind that is enforced. */
  static boolean has(TableElement.Column column, Kind kind) {
    return column.constraints().stream()
        .anyMatch(c -> c.kind() == kind && !c.state().notEnforced());
  }

  /** Whether a column is defined with a value for every row that is there. */
  static boolean hasDefault(TableElement.Column column) {
    return column.defaultValue().filter(v -> !isNull(v.sql())).isPresent();
  }

  private static boolean isNull(String value) {
    return value.equalsIgnoreCase("null");
  }

  /** A column's type as SQL: as a schema knows it, or as written where it does not. */
  static String type(Schema schema, int table, TableElement.Column column) {
    TypeRef type = typeOf(schema, table, column.name());
    return type.known()
        ? Rendering.type(schema, type)
        : column.type().map(ColumnSql::written).orElse("…");
  }

  /** A type's name as SQL. */
  static String written(TypeName type) {
    String modifiers =
        type.modifiers().isEmpty() ? "" : "(" + String.join(", ", type.modifiers()) + ")";
    QualifiedName name = type.name();
    boolean builtin = name.schema().filter("pg_catalog"::equals).isPresent();
    String base = builtin ? Rendering.type(Schema.empty(14), TypeRef.of(name.name())) : name.sql();
    return base + modifiers + "[]".repeat(Math.min(1, type.dimensions()));
  }

  /** The type that a schema has for a column. */
  static TypeRef typeOf(Schema schema, int table, String column) {
    return schema
        .get(table, Table.class)
        .flatMap(t -> t.column(column))
        .map(Column::type)
        .orElse(TypeRef.UNKNOWN);
  }

  /** The domain of a type, if it or a domain below it refuses any value. */
  static Optional<UserType.Domain> checkedDomain(Schema schema, TypeRef type) {
    return type.dimensions() == 0
        ? schema.get(type.oid(), UserType.Domain.class).filter(d -> d.isConstrained(schema))
        : Optional.empty();
  }

  /** An expression of a table's row as a trigger reads it: {@code new.a + new.b}. */
  static String ofNewRow(Schema schema, Bound expression) {
    StringBuilder sql = new StringBuilder();
    int copied = 0;
    for (Bound.Name name : expression.names()) {
      sql.append(expression.sql(), copied, name.start());
      String written = expression.sql().substring(name.start(), name.end());
      sql.append(
          switch (name.form()) {
            case COLUMN -> "NEW." + written;
            case QUALIFIER -> "NEW";
            default -> written;
          });
      copied = name.end();
    }
    return sql.append(expression.sql().substring(copied))
        .toString()
        .replace("NEW.NEW.", "NEW.")
        .strip();
  }

  /** Something of a type to write in place of what only the user knows. */
  static String example(TypeRef type) {
    if (type.dimensions() > 0) {
      return "'{}'";
    }
    return switch (type.builtin()) {
      case "int2", "int4", "int8", "numeric", "float4", "float8", "oid", "money" -> "0";
      case "bool" -> "false";
      case "timestamp", "timestamptz" -> "now()";
      case "date" -> "current_date";
      case "uuid" -> "gen_random_uuid()";
      case "json", "jsonb" -> "'{}'";
      default -> "'…'";
    };
  }
}
