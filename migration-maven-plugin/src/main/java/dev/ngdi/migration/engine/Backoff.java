package dev.ngdi.migration.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * When what could not have its locks is tried again: sooner at first, then later and later, and
 * never twice at the same distance, so that two deployers do not keep meeting.
 *
 * @param limit how long after the first try the last one may begin
 */
public record Backoff(Duration limit) {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration PATIENT = Duration.ofSeconds(30);

  /**
   * How long to pause before the next try; empty if there is none.
   *
   * @param tries how many there were, from 1
   * @param elapsed the time since the first one began
   * @param patient whether what is in the way ends by itself and not soon
   * @param random from 0 to 1
   */
  public Optional<Duration> pause(int tries, Duration elapsed, boolean patient, double random) {
    if (elapsed.compareTo(limit) >= 0) {
      return Optional.empty();
    }
    long whole =
        patient
            ? PATIENT.toMillis()
            : Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(tries - 1, 10));
    long pause = (long) (whole * (0.5 + random / 2));
    return Optional.of(Duration.ofMillis(Math.min(pause, limit.minus(elapsed).toMillis())));
  }
}
