package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** An expression, as far as what it gives can be computed without a database. */
public sealed interface Term {

  /** Reads an expression; what is not understood in it is {@link Other}. */
  static Term parse(String sql) {
    return TermReader.read(Cursor.over(sql));
  }

  /** What a string constant says, without its quotes. */
  record Text(String value) implements Term {}

  /** A number, as written. */
  record Numeric(String value) implements Term {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Term {}

  /** {@code NULL}. */
  record Null() implements Term {}

  /** A variable, a column or a field, with what qualifies it; {@code $1} is a name too. */
  record Name(List<String> path) implements Term {
    public Name {
      path = List.copyOf(path);
    }
  }

  /** A call, also of an aggregate; the star of {@code count(*)} is no argument. */
  record Call(QualifiedName function, List<Argument> arguments) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * An argument of a call.
   *
   * @param name of the parameter, where it is given
   */
  record Argument(Optional<String> name, Term value) {}

  /**
   * An operator with its operands, in lower case: {@code and}, {@code not}, {@code is null}, {@code
   * in} and {@code like} are operators too. The operands of {@code in} are the value and each that
   * it is compared with; {@code []} is a subscript.
   */
  record Operation(String operator, List<Term> operands) implements Term {
    public Operation {
      operands = List.copyOf(operands);
    }
  }

  /** A cast. */
  record Cast(Term operand, TypeName to) implements Term {}

  /**
   * {@code CASE}.
   *
   * @param whens conditions, each with its value behind it
   */
  record Case(List<Term> whens, Term otherwise) implements Term {
    public Case {
      whens = List.copyOf(whens);
    }
  }

  /** {@code ARRAY[…]}. */
  record Elements(List<Term> elements) implements Term {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** The integers from one to another, as a loop counts them. */
  record Range(Term from, Term to) implements Term {}

  /** What is done with the rows of a query. */
  enum Use {
    EXISTS,
    VALUE,
    ARRAY,
    ROWS
  }

  /** A query. */
  record Rows(Use use, Select query) implements Term {}

  /** Anything else. */
  record Other() implements Term {}
}
