package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A constraint as a script defines it, of a table, a column or a domain.
 *
 * @param sql its definition as written, without its name
 * @param columns the columns of a key, of a foreign key, or the one of {@code NOT NULL}; empty for
 *     a constraint that stands with its column
 * @param expression what a {@code CHECK} asks
 * @param references what a foreign key refers to
 * @param elements the key of an exclusion constraint
 * @param usingIndex the index that it takes over
 * @param index how its index is made
 * @param state what it says of when and whether it holds
 */
public record ConstraintDefinition(
    Kind kind,
    Optional<String> name,
    String sql,
    List<String> columns,
    Optional<Fragment> expression,
    Optional<References> references,
    List<IndexElement> elements,
    Optional<String> usingIndex,
    IndexClauses index,
    State state) {

  /** What a constraint can be. */
  public enum Kind {
    NOT_NULL,
    CHECK,
    UNIQUE,
    PRIMARY_KEY,
    FOREIGN_KEY,
    EXCLUDE
  }

  public ConstraintDefinition {
    columns = List.copyOf(columns);
    elements = List.copyOf(elements);
  }

  /**
   * What a foreign key refers to.
   *
   * @param columns the referenced columns; empty for the primary key
   * @param match {@code SIMPLE}, {@code FULL} or {@code PARTIAL}
   * @param onUpdate {@code NO ACTION}, {@code RESTRICT}, {@code CASCADE}, {@code SET NULL} or
   *     {@code SET DEFAULT}
   * @param onDelete likewise
   * @param setColumns the columns that {@code SET NULL (…)} or {@code SET DEFAULT (…)} names
   * @param period whether the last column is a {@code PERIOD}
   */
  public record References(
      QualifiedName table,
      List<String> columns,
      String match,
      String onUpdate,
      String onDelete,
      List<String> setColumns,
      boolean period) {
    public References {
      columns = List.copyOf(columns);
      setColumns = List.copyOf(setColumns);
    }
  }

  /**
   * How the index of a constraint is made.
   *
   * @param method {@code btree} where none is named
   * @param where the predicate of an exclusion constraint
   */
  public record IndexClauses(
      String method,
      boolean nullsNotDistinct,
      boolean withoutOverlaps,
      List<String> include,
      Map<String, String> options,
      Optional<String> tablespace,
      Optional<Fragment> where) {
    /** Nothing said. */
    public static final IndexClauses NONE =
        new IndexClauses(
            "btree", false, false, List.of(), Map.of(), Optional.empty(), Optional.empty());

    public IndexClauses {
      include = List.copyOf(include);
      options = Map.copyOf(options);
    }
  }

  /** When and whether a constraint holds. */
  public record State(
      boolean deferrable,
      boolean initiallyDeferred,
      boolean notValid,
      boolean notEnforced,
      boolean noInherit) {
    /** Nothing said. */
    public static final State NONE = new State(false, false, false, false, false);
  }
}
