package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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
  private volatile List<Blocker> seen = List.of();
  private Optional<Step> last = Optional.empty();
  private Optional<Observer> observer = Optional.empty();
  private Optional<Told> told = Optional.empty();
  private long looked = System.nanoTime();
  private long toldAt = System.nanoTime() - REMIND.toNanos();

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
    if (last.filter(step::equals).isEmpty()) {
      last = Optional.of(step);
      seen = List.of();
    }
  }

  /** Whether a statement or code runs. */
  boolean isAtWork() {
    return current.isPresent();
  }

  /** It has ended; who was last seen to hold up this step, at this try or one before. */
  List<Blocker> end() {
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
      List<Blocker> blockers = eyes.blockers(pid);
      long since = Math.max(looked, watched.get().begun());
      looked = System.nanoTime();
      if (!blockers.isEmpty()) {
        seen = blockers;
        watched.get().progress().waited(watched.get().step(), (looked - since) / 1_000_000);
        tell(watched.get(), blockers);
      } else if (isTimeToTell()) {
        Optional<String> place = eyes.progress(pid, REMIND);
        if (place.isPresent()) {
          toldAt = System.nanoTime();
          watched.get().progress().working(watched.get().step(), place.get());
        }
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

  /** Tells who is in the way, at first, when that changes, and every ten seconds. */
  private void tell(Watched watched, List<Blocker> blockers) {
    Set<Integer> pids = blockers.stream().map(Blocker::pid).collect(Collectors.toUnmodifiableSet());
    Told now = new Told(watched.step(), pids);
    if (isTimeToTell() || told.filter(now::equals).isEmpty()) {
      toldAt = System.nanoTime();
      told = Optional.of(now);
      watched.progress().blocked(watched.step(), blockers);
    }
  }

  private boolean isTimeToTell() {
    return System.nanoTime() - toldAt >= REMIND.toNanos();
  }

  /** What was told last: by whom a step is held up. */
  private record Told(Step step, Set<Integer> pids) {}

  /**
   * What runs.
   *
   * @param step of which step
   * @param progress who is told of it
   * @param begun when it began
   */
  private record Watched(Step step, Progress progress, long begun) {
    Watched(Step step, Progress progress) {
      this(step, progress, System.nanoTime());
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }
}
