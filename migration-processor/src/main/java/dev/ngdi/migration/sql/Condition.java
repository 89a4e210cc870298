package dev.ngdi.migration.sql;

import java.util.List;

/** What a condition asks, as far as it can be read without the types of its columns. */
public sealed interface Condition {

  /** Reads a condition; what is not understood in it is {@link Other}. */
  static Condition parse(String sql) {
    return new ConditionReader(Cursor.over(sql)).read();
  }

  /** All of these; a {@code BETWEEN} is two. */
  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of these; an {@code IN} is one for each value. */
  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** {@code IS NULL} or {@code IS NOT NULL}. */
  record NullTest(Operand operand, boolean isNull) implements Condition {}

  /**
   * A comparison.
   *
   * @param operator {@code =}, {@code <>}, {@code <}, {@code <=}, {@code >} or {@code >=}
   */
  record Comparison(Operand left, String operator, Operand right) implements Condition {}

  /** Anything else, as written where that is known. */
  record Other(String sql) implements Condition {}
}
