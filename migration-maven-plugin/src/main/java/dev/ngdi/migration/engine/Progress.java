package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.StatementSpan;
import java.util.List;

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
   * This is what is done now; told under the deploy lock before anything changes, unless nothing is
   * to be done or it is refused.
   */
  default void planned(Plan plan) {}

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

  /**
   * A statement of it, or its code, is held up; told at first, and then every ten seconds, from
   * another thread.
   *
   * @param blockers by whom, the oldest transaction first
   */
  default void blocked(Step step, List<Blocker> blockers) {}

  /**
   * It was seen to wait for a lock; told each time that somebody looks, from another thread.
   *
   * @param milliseconds how much longer than was told of it before
   */
  default void waited(Step step, long milliseconds) {}

  /**
   * A statement of it takes long; told every ten seconds, from another thread.
   *
   * @param place how far it is, in the server's words
   */
  default void working(Step step, String place) {}

  /**
   * It was rolled back, for it could not have its locks, and is tried again after a pause.
   *
   * @param tries how many there were
   * @param milliseconds how long the pause is
   * @param reason why it did not come to its end
   */
  default void retrying(Step step, int tries, long milliseconds, String reason) {}

  /** Its code says how far it is. */
  default void said(Step step, String message) {}

  /**
   * The migration is done, its history row included.
   *
   * @param number which one of the plan, from 1
   * @param total how many the plan has
   * @param done how it went
   */
  default void finished(Step step, int number, int total, Outcome.Done done) {}
}
