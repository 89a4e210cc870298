package dev.ngdi.migration.schema;

import java.util.List;

/**
 * An expression or a query whose names are resolved, so that it follows their renames.
 *
 * @param sql the text as written
 * @param names the names in it that are resolved, in order
 * @param certain whether all of its names are resolved; otherwise it may refer to more
 */
public record Bound(String sql, List<Name> names, boolean certain) {
  public Bound {
    names = List.copyOf(names);
  }

  /** A text without names. */
  public static Bound constant(String sql) {
    return new Bound(sql, List.of(), true);
  }

  /**
   * A name in the text.
   *
   * @param start UTF-16 units before it
   * @param end UTF-16 units up to its end
   * @param target what it means
   */
  public record Name(int start, int end, Ref target, Form form) {}

  /** How a name is written. */
  public enum Form {
    /** A column's name alone. */
    COLUMN,
    /** A column's name alone that is a column of the result too, which keeps its name. */
    RESULT,
    /** The name of a relation, function or type, with its schema where that is needed. */
    OBJECT,
    /** A relation's name alone, before a column's. */
    QUALIFIER,
    /** A string constant with the name of a relation. */
    LITERAL
  }
}
