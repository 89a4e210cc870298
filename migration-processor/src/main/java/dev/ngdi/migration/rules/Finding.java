package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Position;
import dev.ngdi.migration.sql.SqlProblem;
import dev.ngdi.migration.sql.Statement;
import java.util.Optional;

/**
 * One thing that a rule found.
 *
 * @param part where in the declaration
 * @param index which one, where a part can be there several times; otherwise 0
 * @param problem what will happen, in the user's names: lower case, no full stop, code in backticks
 * @param excerpt the statement, for a finding in SQL
 * @param instead what to write instead, several lines allowed; empty where nothing can be proposed
 * @param severity what it is unless the policy says otherwise, where that is not what its rule says
 */
public record Finding(
    Part part,
    int index,
    String problem,
    Optional<Excerpt> excerpt,
    String instead,
    Optional<Severity> severity) {

  /**
   * The SQL that a finding is about.
   *
   * @param at where it stands in its script
   * @param sql what it says, on one line and not too long for one
   */
  public record Excerpt(Position at, String sql) {}

  /** The same as another sort of finding than its rule says. */
  Finding as(Severity other) {
    return new Finding(part, index, problem, excerpt, instead, Optional.of(other));
  }

  /** The same with other words for its SQL. */
  Finding withExcerpt(String sql) {
    Optional<Excerpt> other = excerpt.map(e -> new Excerpt(e.at(), sql));
    return new Finding(part, index, problem, other, instead, severity);
  }

  /** A finding about the declaration. */
  public static Finding in(Part part, String problem, String instead) {
    return new Finding(part, 0, problem, Optional.empty(), instead, Optional.empty());
  }

  /** A finding about one of several values of a part, counted from 0. */
  public static Finding in(Part part, int index, String problem, String instead) {
    return new Finding(part, index, problem, Optional.empty(), instead, Optional.empty());
  }

  /** A finding about one {@code @Allow}. */
  public static Finding inAllow(int index, String problem, String instead) {
    return new Finding(Part.ALLOW, index, problem, Optional.empty(), instead, Optional.empty());
  }

  /** A finding about a statement. */
  public static Finding at(Part part, Statement statement, String problem, String instead) {
    return new Finding(
        part,
        0,
        problem,
        Optional.of(new Excerpt(statement.source().at(), statement.oneLine())),
        instead,
        Optional.empty());
  }

  /** A finding about what is not SQL. */
  public static Finding at(Part part, SqlProblem problem) {
    return new Finding(
        part,
        0,
        problem.message(),
        Optional.of(new Excerpt(problem.at(), problem.excerpt())),
        problem.instead(),
        Optional.empty());
  }
}
