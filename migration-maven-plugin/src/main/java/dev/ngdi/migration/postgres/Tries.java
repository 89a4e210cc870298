package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How often something was tried that left nothing behind, and whether it is tried once more. */
final class Tries {
  private final Retrying retrying;
  private final Step step;
  private final Progress progress;
  private final long start = System.nanoTime();
  private int made;

  Tries(Retrying retrying, Step step, Progress progress) {
    this.retrying = retrying;
    this.step = step;
    this.progress = progress;
  }

  /** Whether it is tried again after a failure; pauses first, so no transaction may be open. */
  boolean again(StepFailedException e) {
    made++;
    Optional<Duration> pause = e.isWorthAnotherTry() ? pause(e) : Optional.empty();
    if (pause.isEmpty() || retrying.cancellation().isRequested()) {
      return false;
    }
    progress.retrying(step, made, pause.get().toMillis(), String.valueOf(e.getMessage()));
    try {
      return !retrying.cancellation().pause(pause.get());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Optional<Duration> pause(StepFailedException e) {
    boolean patient = e.blockers().stream().anyMatch(b -> b.kind() == Blocker.Kind.WRAPAROUND);
    return retrying
        .backoff()
        .pause(made, elapsed(), patient, ThreadLocalRandom.current().nextDouble());
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** The failure that it ends with, which tells how often it was tried. */
  StepFailedException last(StepFailedException e) {
    if (retrying.cancellation().isRequested()) {
      return e.with(Cancellation.INTERRUPTED);
    }
    return made > 1
        ? e.with("given up after %d tries in %d s".formatted(made, elapsed().toSeconds()))
        : e;
  }
}
