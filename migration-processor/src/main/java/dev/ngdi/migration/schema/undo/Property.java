package dev.ngdi.migration.schema.undo;

/**
 * What something is in one respect.
 *
 * @param text as SQL, or in PostgreSQL's words
 * @param expression whether it can be written in several ways that mean the same
 */
record Property(String text, boolean expression) {
  static Property of(String text) {
    return new Property(text, false);
  }

  static Property expression(String text) {
    return new Property(text, true);
  }
}
