package dev.ngdi.migration.engine;

/** Which way a migration is run. */
public enum Direction {
  /** It is applied. */
  UP,
  /** It is taken back. */
  DOWN
}
