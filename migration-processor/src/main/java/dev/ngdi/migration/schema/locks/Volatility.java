package dev.ngdi.migration.schema.locks;

/** Whether an expression gives one value for all rows of a statement. */
enum Volatility {
  /** One value. */
  STABLE,
  /** Only the server knows. */
  UNKNOWN,
  /** One for each row. */
  VOLATILE;

  Volatility or(Volatility other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
