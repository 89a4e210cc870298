package dev.ngdi.migration.engine;

/** A database that cannot be reached, read, or waited for; its message is its refusal's. */
public final class DatabaseException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  /** An exception that says what the refusal says. */
  public DatabaseException(Refusal refusal, Throwable cause) {
    super(refusal.message(), cause);
    this.refusal = refusal;
  }

  /** An exception that says what the refusal says. */
  public DatabaseException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  /** What is wrong, and what to do. */
  public Refusal refusal() {
    return refusal;
  }
}
