package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Optional;

/**
 * What was done. Of its plan, the steps in {@link #done} are in the database, the one of {@link
 * #failure} is as that says, and those after it were not begun.
 *
 * @param plan what was to be done; if it is refused, nothing was
 * @param done the steps that came to their end, in order
 * @param failure why the next one did not
 */
public record Outcome(Plan plan, List<Done> done, Optional<Failure> failure) {

  /**
   * A step that came to its end.
   *
   * @param id the migration
   * @param milliseconds how long it took, pauses and waiting included
   * @param tries how often it was tried: 1, unless it could not have its locks at once
   * @param waited how many milliseconds of that it is known to have waited for locks
   */
  public record Done(String id, long milliseconds, int tries, long waited) {}

  public Outcome {
    done = List.copyOf(done);
  }

  /** The same, its failure with where that stands in the migration's sources. */
  public Outcome failedAt(String place) {
    return new Outcome(plan, done, failure.map(f -> f.at(place)));
  }

  /** Whether everything planned is done. */
  public boolean succeeded() {
    return !plan.refused() && failure.isEmpty();
  }
}
