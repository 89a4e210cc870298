package dev.ngdi.migration.sql;

import java.util.Optional;

/** Derives the script that takes another one back, from its text alone. */
public final class Inverse {
  private Inverse() {}

  /**
   * The inverse of a script.
   *
   * @return the SQL, its statements in the opposite order; empty if any statement's inverse depends
   *     on what was there before
   */
  public static Optional<String> of(Script up) {
    return Optional.empty();
  }
}
