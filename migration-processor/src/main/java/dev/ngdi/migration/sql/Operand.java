package dev.ngdi.migration.sql;

import java.util.List;

/** What a condition compares, or any other expression of a simple form. */
public sealed interface Operand {

  /** Reads an expression; what is more than a column or a constant with casts is {@link Other}. */
  static Operand parse(String sql) {
    return new ConditionReader(Cursor.over(sql)).readOperand();
  }

  /**
   * A column.
   *
   * @param casts what it is cast to, one after the other
   */
  record Column(String name, List<TypeName> casts) implements Operand {
    public Column {
      casts = List.copyOf(casts);
    }
  }

  /**
   * A constant; {@code true}, {@code false} and {@code null} in lower case.
   *
   * @param text a string without its quotes, a number with its sign
   * @param quoted whether it is a string
   * @param casts what it is cast to, one after the other
   */
  record Constant(String text, boolean quoted, List<TypeName> casts) implements Operand {
    public Constant {
      casts = List.copyOf(casts);
    }
  }

  /** Anything else. */
  record Other() implements Operand {}
}
