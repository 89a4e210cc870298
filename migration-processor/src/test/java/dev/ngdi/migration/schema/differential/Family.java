package dev.ngdi.migration.schema.differential;

/** Statements about one sort of object. */
interface Family {
  /** A statement, valid as far as it is easy to tell. */
  String next(Scene scene);
}
