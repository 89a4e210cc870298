package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.StatementSpan;

/** Is told how a run goes, while it goes. Does nothing unless overridden. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE = new Progress() {};

  /**
   * Somebody else holds the deploy lock; told at first, and then every ten seconds.
   *
   * @param holder who: process id, application, client and since when, as one line
   */
  default void waiting(String holder) {}

  /**
   * A migration begins.
   *
   * @param step what begins
   * @param number which one of the plan, from 1
   * @param total how many the plan has
   */
  default void started(Step step, int number, int total) {}

  /** A statement of it begins. */
  default void statement(Step step, StatementSpan statement) {}

  /** Its code says how far it is. */
  default void said(Step step, String message) {}

  /**
   * The migration is done, its history row included.
   *
   * @param milliseconds how long it took
   */
  default void finished(Step step, long milliseconds) {}
}
