package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks, over a connection of its own, at what holds a long statement up or how far it is. The
 * connection is made when the first statement takes long, so that most deploys never have it; where
 * it cannot be made, the deploy goes on unwatched.
 */
final class Watch implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration REMIND = Duration.ofSeconds(10);

  private final ConnectionSettings settings;
  private final int pid;
  private final Duration patience;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "migration-watch");
            thread.setDaemon(true);
            return thread;
          });
  private final Future<?> looking;
  private volatile Optional<Watched> current = Optional.empty();
  private Optional<Observer> observer = Optional.empty();

  Watch(ConnectionSettings settings, int pid) {
    this.settings = settings;
    this.pid = pid;
    Duration half = settings.lockTimeout().dividedBy(2);
    this.patience = half.isZero() || half.compareTo(PATIENCE) > 0 ? PATIENCE : half;
    long every = Math.max(1, patience.toMillis() / 2);
    looking = clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** A statement begins, or code. */
  void begin(Step step, Progress progress) {
    current = Optional.of(new Watched(step, progress));
  }

  /** Whether a statement or code runs. */
  boolean isAtWork() {
    return current.isPresent();
  }

  /** It has ended; who was last seen to hold it up. */
  List<Blocker> end() {
    List<Blocker> seen = current.map(Watched::blockers).orElse(List.of());
    current = Optional.empty();
    return seen;
  }

  // Whatever goes wrong here must not end what is watched.
  private void look() {
    Optional<Watched> watched = current;
    if (watched.isEmpty() || watched.get().age().compareTo(patience) < 0) {
      return;
    }
    try {
      Observer eyes = observer.isPresent() ? observer.get() : Observer.open(settings);
      observer = Optional.of(eyes);
      watched.get().saw(eyes.blockers(pid));
      if (watched.get().blockers().isEmpty()) {
        eyes.progress(pid).ifPresent(watched.get()::at);
      }
    } catch (SQLException | DatabaseException | RuntimeException e) {
      observer.ifPresent(Observer::close);
      observer = Optional.empty();
    }
  }

  @Override
  public void close() {
    looking.cancel(true);
    clock.shutdownNow();
    try {
      if (clock.awaitTermination(5, TimeUnit.SECONDS)) {
        observer.ifPresent(Observer::close);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What runs. */
  private static final class Watched {
    private final Step step;
    private final Progress progress;
    private final long begun = System.nanoTime();
    private volatile List<Blocker> blockers = List.of();
    private long told = begun - REMIND.toNanos();

    Watched(Step step, Progress progress) {
      this.step = step;
      this.progress = progress;
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }

    List<Blocker> blockers() {
      return blockers;
    }

    void saw(List<Blocker> seen) {
      blockers = seen;
      if (!seen.isEmpty() && isTimeToTell()) {
        progress.blocked(step, seen);
      }
    }

    void at(String place) {
      if (isTimeToTell()) {
        progress.working(step, place);
      }
    }

    private boolean isTimeToTell() {
      long now = System.nanoTime();
      boolean time = now - told >= REMIND.toNanos();
      told = time ? now : told;
      return time;
    }
  }
}
