package dev.ngdi.migration.rules;

/** What a finding is to the compiler. */
public enum Severity {
  /** A compile error. */
  ERROR,
  /** A compiler warning. */
  WARNING,
  /** Not reported. */
  OFF
}
