package dev.ngdi.migration.postgres;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/**
 * Lets another thread, such as that of a signal, end the work: what runs is cancelled, who pauses
 * goes on at once, and nothing more is begun. What then has to be rolled back or recorded is not
 * cancelled.
 */
final class Cancellation {
  /** What is said of a migration that was not let come to its end. */
  static final String INTERRUPTED = "the run was interrupted";

  private final Session session;
  private final Watch watch;
  private final CountDownLatch request = new CountDownLatch(1);

  Cancellation(Session session, Watch watch) {
    this.session = session;
    this.watch = watch;
  }

  /** Asks for it; to be called again while the work has not ended. For any thread. */
  void request() {
    request.countDown();
    if (watch.isAtWork()) {
      try {
        session.connection().unwrap(PGConnection.class).cancelQuery();
      } catch (SQLException e) {
        // The connection is lost, and what ran on it ends by that.
      }
    }
  }

  boolean isRequested() {
    return request.getCount() == 0;
  }

  /** Pauses; whether the pause was cut short by a request. */
  boolean pause(Duration pause) throws InterruptedException {
    return request.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fails if the work is to end. */
  void check() throws StepFailedException {
    if (isRequested()) {
      throw StepFailedException.saying(INTERRUPTED);
    }
  }
}
