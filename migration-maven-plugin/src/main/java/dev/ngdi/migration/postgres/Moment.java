package dev.ngdi.migration.postgres;

/** The moments of a run between two things that last: where a crash leaves something different. */
enum Moment {
  /** The deploy lock is held; nothing is changed yet. */
  LOCKED,
  /** Schema, history and journal are there. */
  PREPARED,
  /** A transaction is begun for a migration. */
  BEGUN,
  /** A statement of a migration, or its code, has come to its end. */
  STATEMENT_DONE,
  /** All of a migration is done, and neither recorded nor committed. */
  DONE,
  /** Its transaction is committed, with its rows in history and journal. */
  COMMITTED,
  /** The journal says that a migration outside a transaction has started. */
  STARTED,
  /** The journal says that it has come to its end. */
  ENDED,
  /** The deploy lock is given back. */
  RELEASED;

  /** Is told of every moment; a test ends the process there. */
  @FunctionalInterface
  interface Witness {
    /** Tells nobody. */
    Witness NOBODY = moment -> {};

    /** It is that moment. */
    void at(Moment moment);
  }
}
