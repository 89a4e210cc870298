package dev.ngdi.migration.sql;

import java.util.List;

/** What an expression computes, as far as its form tells of which type that is. */
public sealed interface Value {

  /**
   * A constant, or what has the same type whatever it is computed from.
   *
   * @param type the name as in {@code pg_type}; {@code unknown} for a string or {@code NULL}
   */
  record Constant(String type) implements Value {}

  /** A column or the row of a relation, with what qualifies it. */
  record Column(List<String> path) implements Value {
    public Column {
      path = List.copyOf(path);
    }
  }

  /** A cast. */
  record Cast(Value operand, TypeName to) implements Value {}

  /** A call of a function, an aggregate, or of what looks like one. */
  record Call(QualifiedName function, List<Value> arguments) implements Value {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** One of several values, which get a type in common: {@code COALESCE}, {@code CASE}. */
  record Choice(List<Value> among) implements Value {
    public Choice {
      among = List.copyOf(among);
    }
  }

  /** An operator between two operands. */
  record Operation(Value left, String operator, Value right) implements Value {}

  /** Anything else. */
  record Other() implements Value {}
}
