package dev.ngdi.migration.benchmarks;

/** Why something failed, in one line. */
final class Reason {
  private Reason() {}

  /** What the deepest cause says; of what PostgreSQL says the rest is numbers of processes. */
  static String of(Throwable failure) {
    Throwable cause = failure;
    for (Throwable next = failure; next != null; next = next.getCause()) {
      cause = next;
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
