package dev.ngdi.migration.schema;

/**
 * Why PostgreSQL will refuse a statement.
 *
 * @param sqlState PostgreSQL's error code
 * @param message what is wrong, in the user's names: lower case, no full stop, code in backticks
 * @param instead what to write instead; empty where nothing can be proposed
 */
public record Problem(Kind kind, String sqlState, String message, String instead) {
  /** What sort of mistake it is. */
  public enum Kind {
    /** A name means nothing. */
    NAME_NOT_FOUND,
    /** A name is taken. */
    NAME_TAKEN,
    /** What is to be dropped is still needed. */
    STILL_NEEDED,
    /** A foreign key refers to columns that are not unique. */
    KEY_NOT_UNIQUE,
    /** It cannot be done to such an object, or in its state. */
    NOT_POSSIBLE
  }
}
