package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Columns as SQL. */
final class ColumnDdl {
  private ColumnDdl() {}

  /**
   * A column as it stands in a {@code CREATE TABLE} or behind {@code ADD COLUMN}.
   *
   * @param withDefault whether its default stands there; the expression of a generated column does
   *     in any case
   * @param withIdentity likewise its identity
   */
  static String definition(
      Schema schema, Table table, Column column, boolean withDefault, boolean withIdentity) {
    StringBuilder sql = new StringBuilder();
    sql.append(Identifiers.quote(column.name()))
        .append(' ')
        .append(Written.type(schema, column.type(), column.collation()));
    Optional<ColumnDefault> value = schema.defaultOf(column);
    if (isGeneratedAsInParent(schema, table, column)) {
      return sql.append(notNull(schema, table, column)).toString();
    }
    if (column.generated() != Column.Generated.NONE) {
      String expression = value.map(v -> Written.sql(schema, v.expression())).orElse("…");
      sql.append(" GENERATED ALWAYS AS (")
          .append(expression)
          .append(") ")
          .append(column.generated().name());
    } else if (withDefault && value.isPresent()) {
      sql.append(" DEFAULT ").append(Written.narrow(schema, value.get().expression()));
    }
    if (withIdentity && column.identity() != Column.Identity.NONE) {
      sql.append(' ').append(identity(schema, table, column));
    }
    return sql.append(notNull(schema, table, column)).toString();
  }

  /** Older servers want no expression where a parent has one. */
  private static boolean isGeneratedAsInParent(Schema schema, Table table, Column column) {
    Optional<String> own =
        schema.defaultOf(column).map(value -> Written.sql(schema, value.expression()));
    return column.generated() != Column.Generated.NONE
        && !table.isPartition()
        && table.parents().stream()
            .flatMap(parent -> schema.get(parent, Table.class).stream())
            .flatMap(parent -> parent.column(column.name()).stream())
            .flatMap(above -> schema.defaultOf(above).stream())
            .anyMatch(v -> own.equals(Optional.of(Written.sql(schema, v.expression()))));
  }

  static String identity(Schema schema, Table table, Column column) {
    String options =
        sequence(schema, table, column)
            .map(s -> SequenceDdl.ofIdentity(schema, s, !isUsual(table, column, s)))
            .orElse("");
    return "GENERATED " + when(column.identity()) + " AS IDENTITY" + options;
  }

  static String when(Column.Identity identity) {
    return identity == Column.Identity.ALWAYS ? "ALWAYS" : "BY DEFAULT";
  }

  private static boolean isUsual(Table table, Column column, Sequence sequence) {
    return sequence.scope() == table.scope()
        && sequence.name().equals(table.name() + "_" + column.name() + "_seq");
  }

  /** The sequence of an identity column. */
  static Optional<Sequence> sequence(Schema schema, Table table, Column column) {
    return schema.dependents(new Ref(table.oid(), column.number())).stream()
        .flatMap(d -> schema.get(d.dependent().oid(), Sequence.class).stream())
        .filter(Sequence::identity)
        .findFirst();
  }

  /** {@code NOT NULL} with its name where it has one that PostgreSQL would not choose. */
  private static String notNull(Schema schema, Table table, Column column) {
    if (!column.notNull()) {
      return "";
    }
    Optional<Constraint> constraint = notNullConstraint(schema, table.oid(), column.number());
    boolean fromParent =
        !table.isPartition()
            && constraint.filter(c -> !c.local() && isInherited(schema, table, column)).isPresent();
    if (fromParent || constraint.filter(c -> !standsWithColumn(c)).isPresent()) {
      return "";
    }
    boolean usual =
        constraint
            .filter(
                c ->
                    !c.name().equals(table.name() + "_" + column.name() + "_not_null")
                        || schema.constraints(c.name()).size() > 1)
            .isEmpty();
    return constraint
        .filter(c -> !usual || c.state().noInherit())
        .map(
            c ->
                (usual ? "" : " CONSTRAINT " + Written.own(c))
                    + " NOT NULL"
                    + (c.state().noInherit() ? " NO INHERIT" : ""))
        .orElse(" NOT NULL");
  }

  /** Whether a table that a table inherits from has {@code NOT NULL} of a column. */
  static boolean isInherited(Schema schema, Table table, Column column) {
    return table.parents().stream()
        .flatMap(parent -> schema.get(parent, Table.class).stream())
        .flatMap(
            parent ->
                parent.column(column.name()).stream()
                    .flatMap(c -> notNullConstraint(schema, parent.oid(), c.number()).stream()))
        .anyMatch(c -> !c.state().noInherit());
  }

  /** Whether a {@code NOT NULL} is written with its column. */
  static boolean standsWithColumn(Constraint notNull) {
    return notNull.state().validated();
  }

  static Optional<Constraint> notNullConstraint(Schema schema, int table, int column) {
    return schema.of(table, Constraint.class).stream()
        .filter(c -> c.type() == Kind.NOT_NULL && c.columns().equals(List.of(column)))
        .findFirst();
  }

  static String alter(Schema schema, int relation, Column column) {
    return alterRelation(schema, relation) + " ALTER COLUMN " + Identifiers.quote(column.name());
  }

  static String alterRelation(Schema schema, int relation) {
    Optional<Relation> found = schema.get(relation, Relation.class);
    String kind = found.map(Relation::kind).orElse("TABLE");
    boolean child = found.filter(r -> r instanceof Table t && !t.parents().isEmpty()).isPresent();
    boolean parted =
        found.filter(r -> r instanceof Table t && t.partitionBy().isPresent()).isPresent();
    return "ALTER "
        + kind
        + " "
        + (child && !parted ? "ONLY " : "")
        + Written.name(schema, relation);
  }

  static String setDefault(Schema schema, ColumnDefault value) {
    return schema
            .get(value.scope(), Relation.class)
            .flatMap(r -> r.column(value.column()))
            .map(c -> alter(schema, value.scope(), c))
            .orElse("…")
        + " SET DEFAULT "
        + Written.sql(schema, value.expression());
  }

  /** PostgreSQL 17 and newer. */
  static String setExpression(Schema schema, ColumnDefault value) {
    return ColumnDdl.alterRelation(schema, value.scope())
        + " ALTER COLUMN "
        + Written.column(schema, value.scope(), value.column())
        + " SET EXPRESSION AS ("
        + Written.sql(schema, value.expression())
        + ")";
  }

  /** What has no place in a column's definition. */
  static List<String> settings(Schema schema, int relation, Column column) {
    List<String> statements = new ArrayList<>();
    String alter = alter(schema, relation, column);
    column.settings().get("storage").ifPresent(s -> statements.add(alter + storage(s)));
    column.settings().get("compression").ifPresent(c -> statements.add(alter + compression(c)));
    column
        .settings()
        .get("statistics")
        .ifPresent(target -> statements.add(alter + " SET STATISTICS " + target));
    SortedMap<String, String> options = Written.below(column.settings(), "option.");
    if (!options.isEmpty()) {
      statements.add(alter + " SET (" + Written.options(Map.copyOf(options)) + ")");
    }
    return statements;
  }

  static String storage(String storage) {
    return " SET STORAGE " + storage.toUpperCase(Locale.ROOT);
  }

  static String compression(String method) {
    return " SET COMPRESSION " + method;
  }
}
