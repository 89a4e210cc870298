package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Indexes as SQL. */
final class IndexDdl {
  private IndexDdl() {}

  /**
   * The statements that make an index.
   *
   * @param only whether partitions get none from it
   */
  static List<String> create(Schema schema, Index index, boolean only, boolean concurrently) {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE "
            + (index.unique() ? "UNIQUE " : "")
            + "INDEX "
            + (concurrently ? "CONCURRENTLY " : "")
            + Written.own(index)
            + " ON "
            + (only ? "ONLY " : "")
            + Written.name(schema, index.table())
            + (index.method().equals("btree") ? "" : " USING " + index.method())
            + " ("
            + key(schema, index.table(), index.parts())
            + ")"
            + clauses(schema, index, ""));
    settings(schema, index, statements);
    return statements;
  }

  /** Whether an index of a partitioned table is made without those of its partitions. */
  static boolean isOnly(Schema schema, Index index) {
    return !index.valid()
        && schema
            .get(index.table(), Table.class)
            .filter(table -> table.partitionBy().isPresent())
            .isPresent();
  }

  /**
   * Whether another index of a partition is alike and has a parent: of two that fit, the partition
   * keeps the first one for this when it is attached.
   */
  static boolean isLikeAttached(Schema schema, Index index) {
    return index.parent() == 0
        && schema.get(index.table(), Table.class).filter(Table::isPartition).isPresent()
        && schema.indexes(index.table()).stream()
            .filter(other -> other.parent() != 0)
            .anyMatch(
                other ->
                    other.unique() == index.unique()
                        && unordered(other).equals(unordered(index))
                        && other.include().equals(index.include()));
  }

  /** The parts without their order, in which an index of a partition can differ. */
  private static List<Index.Part> unordered(Index index) {
    return index.parts().stream()
        .map(
            part ->
                new Index.Part(
                    part.column(),
                    part.expression(),
                    part.collation(),
                    part.operatorClass(),
                    false,
                    false,
                    part.operator()))
        .toList();
  }

  /**
   * Whether an index of a partitioned table is made when its partitions are attached: without
   * theirs, or because a partition that joins would not bring a key of another kind for it.
   */
  static boolean comesAfterPartitions(Schema schema, Index index) {
    Optional<Kind> kind = kind(schema, index);
    return isOnly(schema, index)
        || schema.dependents(Ref.to(index.oid())).stream()
            .flatMap(d -> schema.get(d.dependent().oid(), Index.class).stream())
            .filter(part -> part.parent() == index.oid())
            .anyMatch(part -> kind.isPresent() && !kind(schema, part).equals(kind));
  }

  private static Optional<Kind> kind(Schema schema, Index index) {
    return schema.of(index.table(), Constraint.class).stream()
        .filter(c -> c.index() == index.oid() && c.type() != Kind.FOREIGN_KEY)
        .map(Constraint::type)
        .findFirst();
  }

  /** What {@code CREATE INDEX} has no place for. */
  private static void settings(Schema schema, Index index, List<String> statements) {
    Written.below(index.settings(), "statistics.")
        .forEach(
            (part, target) ->
                statements.add(
                    "ALTER INDEX "
                        + Written.name(schema, index.oid())
                        + " ALTER COLUMN "
                        + part
                        + " SET STATISTICS "
                        + target));
  }

  /** What stands behind the key, as far as a constraint or an index has it. */
  static String clauses(Schema schema, Index index, String using) {
    String include =
        index.include().isEmpty()
            ? ""
            : " INCLUDE (" + Written.columns(schema, index.table(), index.include()) + ")";
    boolean plain = using.isEmpty();
    String distinct = plain && index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "";
    String tablespace =
        index
            .settings()
            .get("tablespace")
            .map(t -> using + " TABLESPACE " + Identifiers.quote(t))
            .orElse("");
    String predicate =
        index
            .predicate()
            .map(p -> " WHERE " + (plain ? "" : "(") + Written.sql(schema, p) + (plain ? "" : ")"))
            .orElse("");
    return include + distinct + Written.with(index.settings()) + tablespace + predicate;
  }

  /** The parts of a key, in parentheses only where they are expressions. */
  static String key(Schema schema, int relation, List<Index.Part> parts) {
    return parts.stream().map(p -> part(schema, relation, p)).collect(Collectors.joining(", "));
  }

  private static String part(Schema schema, int relation, Index.Part part) {
    StringBuilder sql = new StringBuilder();
    sql.append(
        part.expression()
            .map(e -> "(" + Written.sql(schema, e) + ")")
            .orElseGet(() -> Written.column(schema, relation, part.column())));
    if (!part.collation().isEmpty()) {
      sql.append(" COLLATE ").append(part.collation());
    }
    if (!part.operatorClass().isEmpty()) {
      sql.append(' ').append(part.operatorClass());
    }
    if (part.descending()) {
      sql.append(" DESC");
    }
    if (part.nullsFirst() != part.descending()) {
      sql.append(part.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
    }
    if (!part.operator().isEmpty()) {
      sql.append(" WITH ").append(part.operator());
    }
    return sql.toString();
  }
}
