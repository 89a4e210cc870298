package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** A step of a PL/pgSQL body, as far as it can change what the database holds. */
public sealed interface BlockStep {

  /** The steps of a body, or of the {@code BEGIN … END} that it is. */
  static List<BlockStep> read(String body) {
    return read(body, offset -> Position.START);
  }

  /**
   * The same, with the places of its statements.
   *
   * @param place where what stands behind so many UTF-16 units of the body is shown
   */
  static List<BlockStep> read(String body, IntFunction<Position> place) {
    return BlockReader.read(body, place);
  }

  /** Whether a statement of SQL may run in it. */
  default boolean runsSql() {
    return false;
  }

  /**
   * A statement of SQL.
   *
   * @param rows what it gives, where that is kept or the statement is a query
   * @param into the variables that keep it; none where it is thrown away
   */
  record Sql(Statement statement, Term rows, List<String> into) implements BlockStep {
    public Sql {
      into = List.copyOf(into);
    }

    @Override
    public boolean runsSql() {
      return true;
    }
  }

  /**
   * A value given to a variable.
   *
   * @param part whether only a field or an element of it is changed
   */
  record Assign(String variable, boolean part, Term value) implements BlockStep {}

  /**
   * {@code EXECUTE}.
   *
   * @param sql what gives the SQL
   * @param into the variables that keep what it gives
   * @param start the constant that it starts with, where there is one: of {@code format} its first
   *     argument
   * @param at where it stands
   */
  record Execute(Term sql, List<String> into, String start, Position at) implements BlockStep {
    public Execute {
      into = List.copyOf(into);
    }

    @Override
    public boolean runsSql() {
      return true;
    }
  }

  /**
   * {@code IF} and {@code CASE}.
   *
   * @param branches in order; a last one without a condition is {@code ELSE}
   */
  record Choice(List<Branch> branches) implements BlockStep {
    public Choice {
      branches = List.copyOf(branches);
    }

    @Override
    public boolean runsSql() {
      return branches.stream().anyMatch(Branch::runsSql);
    }
  }

  /**
   * A condition, and the steps behind it.
   *
   * @param condition as written
   * @param test the same as it is read
   */
  record Branch(String condition, Term test, List<BlockStep> steps) {
    public Branch {
      steps = List.copyOf(steps);
    }

    private boolean runsSql() {
      return steps.stream().anyMatch(BlockStep::runsSql);
    }
  }

  /**
   * A loop, which may run never, once or often.
   *
   * @param variables what each round gives a value to
   * @param over the values or rows, one for each round; {@link Term.Other} where that is unknown
   */
  record Loop(List<String> variables, Term over, List<BlockStep> steps) implements BlockStep {
    public Loop {
      variables = List.copyOf(variables);
      steps = List.copyOf(steps);
    }

    @Override
    public boolean runsSql() {
      return steps.stream().anyMatch(BlockStep::runsSql);
    }
  }

  /**
   * A variable that is declared, with the value that it begins with.
   *
   * @param type where that is a plain name; empty for what PostgreSQL's grammar has words for
   */
  record Variable(String name, Term value, Optional<String> type) {}

  /**
   * {@code BEGIN … END}.
   *
   * @param handlers what {@code EXCEPTION} does; the condition is the errors' names as written
   */
  record Nested(List<Variable> variables, List<BlockStep> steps, List<Branch> handlers)
      implements BlockStep {
    public Nested {
      variables = List.copyOf(variables);
      steps = List.copyOf(steps);
      handlers = List.copyOf(handlers);
    }

    @Override
    public boolean runsSql() {
      return steps.stream().anyMatch(BlockStep::runsSql)
          || handlers.stream().anyMatch(Branch::runsSql);
    }
  }

  /**
   * What ends the body, or the loop, early.
   *
   * @param what {@code return}, {@code exit} or {@code continue}
   * @param when the condition
   */
  record Leave(String what, Term when) implements BlockStep {}

  /** What raises an error. */
  record Fail() implements BlockStep {}
}
