package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Backoff;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;

/**
 * How what failed for its locks is tried again.
 *
 * @param backoff when
 * @param cancellation what ends the pauses, and the tries
 */
record Retrying(Backoff backoff, Cancellation cancellation) {
  /** The tries of a step that begins now. */
  Tries of(Step step, Progress progress) {
    return new Tries(this, step, progress);
  }
}
