package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** A step of a PL/pgSQL body, as far as it can change what the database holds. */
public sealed interface BlockStep {

  /** The steps of a body, or of the {@code BEGIN … END} that it is. */
  static List<BlockStep> read(String body) {
    return BlockReader.read(body);
  }

  /** A statement of SQL; rows that it puts into variables are left out. */
  record Sql(Statement statement) implements BlockStep {}

  /**
   * {@code EXECUTE}.
   *
   * @param constant the whole SQL, where it is a constant
   * @param start the constant that it starts with, where there is one: of {@code format} its first
   *     argument
   */
  record Execute(Optional<String> constant, String start) implements BlockStep {}

  /**
   * {@code IF} and {@code CASE}.
   *
   * @param branches in order; a last one without a condition is {@code ELSE}
   */
  record Choice(List<Branch> branches) implements BlockStep {
    public Choice {
      branches = List.copyOf(branches);
    }
  }

  /** A condition as written, and the steps behind it. */
  record Branch(String condition, List<BlockStep> steps) {
    public Branch {
      steps = List.copyOf(steps);
    }
  }

  /** A loop, which may run never, once or often. */
  record Loop(List<BlockStep> steps) implements BlockStep {
    public Loop {
      steps = List.copyOf(steps);
    }
  }

  /**
   * {@code BEGIN … END}.
   *
   * @param handlers what {@code EXCEPTION} does; the condition is the errors' names as written
   */
  record Nested(List<BlockStep> steps, List<Branch> handlers) implements BlockStep {
    public Nested {
      steps = List.copyOf(steps);
      handlers = List.copyOf(handlers);
    }
  }

  /** What ends the body, or the loop, early. */
  record Leave() implements BlockStep {}

  /** What raises an error. */
  record Fail() implements BlockStep {}
}
