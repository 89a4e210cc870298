package dev.ngdi.migration.schema.differential;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;

/** Many sequences on one server, one for each seed from a first one on, several at a time. */
final class Campaign {
  private static final int LENGTH = 25;
  private static final int BETWEEN_TIDYING = 250;

  /** So many sequences from one in whose beginning the replay has no part to the next. */
  private static final int OPEN = 10;

  private static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final int postgres;
  private final long first;
  private final int mostFailures;
  private final AtomicLong next;
  private final Tally tally = new Tally();
  private final Failures failures = new Failures();

  Campaign(int postgres, long first, int mostFailures) {
    this.postgres = postgres;
    this.first = first;
    this.mostFailures = mostFailures;
    this.next = new AtomicLong(first);
  }

  Tally tally() {
    return tally;
  }

  Failures failures() {
    return failures;
  }

  /** Runs so many sequences. */
  void run(int cases) {
    work(seed -> seed < first + cases);
  }

  /** Runs sequences for so long. */
  void run(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    work(seed -> System.nanoTime() < end);
  }

  private void work(LongPredicate more) {
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        working.add(workers.submit(() -> new Worker().work(more)));
      }
      for (Future<?> worker : working) {
        worker.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private final class Worker {
    private Void work(LongPredicate more) throws SQLException {
      Tally own = new Tally();
      try (Session session = new Session(postgres);
          Session other = new Session(postgres)) {
        Comparison comparison = new Comparison(other);
        for (long seed = next.getAndIncrement();
            more.test(seed) && failures.count() < mostFailures;
            seed = next.getAndIncrement()) {
          own.begun();
          Trial trial = new Trial(postgres, session, comparison, own);
          Optional<Failure> failure =
              seed % OPEN == 0 ? trial.generateOpen(seed, LENGTH) : trial.generate(seed, LENGTH);
          if (failure.isPresent() && failures.isNew(failure.get())) {
            failures.add(
                seed,
                failure.get(),
                trial.statements(),
                sequence -> new Trial(postgres, session, comparison, new Tally()).repeat(sequence));
          }
          if (own.cases() % BETWEEN_TIDYING == 0) {
            session.tidy();
            other.tidy();
          }
        }
      } finally {
        tally.add(own);
      }
      return null;
    }
  }
}
