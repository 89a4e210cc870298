package dev.ngdi.migration.sql;

/**
 * What keeps a script from being SQL that PostgreSQL would take.
 *
 * @param kind what sort of problem
 * @param at where it is in the script
 * @param excerpt the line it stands in, trimmed
 * @param message what is wrong, in the frame of an error: lower case, no full stop, code in
 *     backticks
 * @param instead what to write instead, or empty where nothing can be proposed
 */
public record SqlProblem(Kind kind, Position at, String excerpt, String message, String instead) {

  /** The sorts of problems. */
  public enum Kind {
    /** The grammar does not accept it. */
    SYNTAX,
    /** A quote, a dollar quote or a comment is not closed. */
    UNCLOSED,
    /** A command of {@code psql}, such as {@code \copy}, which is not SQL. */
    PSQL_COMMAND,
    /** The character NUL, which no PostgreSQL text can hold. */
    NUL,
    /** The parser gave up, on nesting too deep for instance: nothing is known about it. */
    NOT_CHECKED
  }
}
