package dev.ngdi.migration.goals;

/** Who a goal is for, which decides what happens when nobody names a database. */
enum Audience {
  /** A developer: it then works on the embedded dev database. */
  DEVELOPER,
  /**
   * Operations: it then refuses, for an empty database that is quietly deployed to helps nobody.
   */
  OPERATIONS
}
