package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param scope the number of its schema, which is its table's
 * @param table the number of its table or materialized view
 * @param include the numbers of columns that it holds besides its key
 * @param predicate which rows it has, where not all
 * @param valid whether queries may use it: false after {@code ON ONLY} until all partitions have
 *     theirs
 * @param parent the number of the partitioned index that it is attached to; 0 for none
 * @param settings {@code option.<name>}; {@code tablespace}; {@code statistics.<part>}
 */
public record Index(
    int oid,
    int scope,
    String name,
    int table,
    boolean unique,
    String method,
    List<Part> parts,
    List<Integer> include,
    Optional<Bound> predicate,
    boolean nullsNotDistinct,
    boolean valid,
    int parent,
    Settings settings)
    implements CatalogObject {
  /**
   * The setting that holds what a column of the index, by its place from 0 on, was called when the
   * index was made, if it is called otherwise now: indexes of partitions get their names by it.
   */
  public static final String COLUMN_NAME = "column name.";

  /**
   * A part of the key.
   *
   * @param column the column's number; 0 for an expression
   * @param expression the expression, for one
   * @param collation as SQL; empty for the column's own
   * @param operatorClass as SQL with its options; empty for the default one
   * @param operator what an exclusion constraint compares with; else empty
   */
  public record Part(
      int column,
      Optional<Bound> expression,
      String collation,
      String operatorClass,
      boolean descending,
      boolean nullsFirst,
      String operator) {}

  public Index {
    parts = List.copyOf(parts);
    include = List.copyOf(include);
  }

  @Override
  public String kind() {
    return "INDEX";
  }

  /** The same under another name and in another schema. */
  public Index withName(int otherScope, String other) {
    return new Index(
        oid,
        otherScope,
        other,
        table,
        unique,
        method,
        parts,
        include,
        predicate,
        nullsNotDistinct,
        valid,
        parent,
        settings);
  }

  /** The same, attached to another index or none. */
  public Index withParent(int other) {
    return new Index(
        oid,
        scope,
        name,
        table,
        unique,
        method,
        parts,
        include,
        predicate,
        nullsNotDistinct,
        valid,
        other,
        settings);
  }

  /** The same, for queries to use or not. */
  public Index withValid(boolean usable) {
    return new Index(
        oid,
        scope,
        name,
        table,
        unique,
        method,
        parts,
        include,
        predicate,
        nullsNotDistinct,
        usable,
        parent,
        settings);
  }

  /** The same with other settings. */
  public Index withSettings(Settings others) {
    return new Index(
        oid,
        scope,
        name,
        table,
        unique,
        method,
        parts,
        include,
        predicate,
        nullsNotDistinct,
        valid,
        parent,
        others);
  }
}
