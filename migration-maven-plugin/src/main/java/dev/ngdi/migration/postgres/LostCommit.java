package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Finds out, over a new connection, whether a commit took effect whose answer was lost. It first
 * waits for the old server process to be gone, which may still be committing.
 */
final class LostCommit {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ConnectionSettings settings;

  LostCommit(ConnectionSettings settings) {
    this.settings = settings;
  }

  Effect effect(Session lost, Journal journal, Step step) {
    try {
      Session session = Connector.reopen(settings).session();
      try {
        return awaitEnd(session, lost.pid())
            ? journal.isDone(session, step) ? Effect.COMPLETE : Effect.NONE
            : Effect.UNKNOWN;
      } finally {
        session.connection().close();
      }
    } catch (DatabaseException | SQLException e) {
      return Effect.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Effect.UNKNOWN;
    }
  }

  private static boolean awaitEnd(Session session, int pid)
      throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (isAlive(session, pid)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE.toMillis());
    }
    return true;
  }

  private static boolean isAlive(Session session, int pid) throws SQLException {
    return session.exists("SELECT FROM pg_stat_activity WHERE pid = " + pid);
  }
}
