package dev.ngdi.migration;

/** How a migration meets transactions. */
public enum Transaction {
  /**
   * In one transaction, unless a statement is among those that PostgreSQL refuses there, such as
   * {@code CREATE INDEX CONCURRENTLY}: then in none.
   */
  AUTO,

  /** In one transaction; a statement that cannot run there is a compile error. */
  REQUIRED,

  /** In none: each statement commits on its own, so a failure can leave a part of them done. */
  NONE
}
