package dev.ngdi.migration.sql;

import java.util.List;
import java.util.OptionalInt;

/** What the grammar accepts and PostgreSQL does not. */
final class Strictness {
  private Strictness() {}

  /** The offset of the first token that PostgreSQL would not take; empty if none is known. */
  static OptionalInt firstError(List<Token> statement) {
    return OptionalInt.empty();
  }
}
