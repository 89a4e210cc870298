package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes a row of Flyway's table and the row of the journal that belongs to it, in one go. */
final class Recorder {
  private static final int LONGEST_DESCRIPTION = 200;

  private final Session session;
  private final Journal journal;

  Recorder(Session session, Journal journal) {
    this.session = session;
    this.journal = journal;
  }

  /**
   * Records a step that is done, inside its transaction. What the migration set in the session is
   * undone first, and its deferred constraints are checked.
   */
  void done(Step step, String manifest, long milliseconds) throws SQLException {
    record(step, manifest, milliseconds, "");
  }

  /** The same, and commits with it: one round trip to the server for both. */
  void commit(Step step, String manifest, long milliseconds) throws SQLException {
    record(step, manifest, milliseconds, "; COMMIT");
  }

  private void record(Step step, String manifest, long milliseconds, String end)
      throws SQLException {
    String sql =
        "SET CONSTRAINTS ALL IMMEDIATE; "
            + session.reset()
            + "; WITH history AS ("
            + historyInsert(step)
            + ") INSERT INTO "
            + session.journal()
            + " ("
            + Journal.STARTED
            + ", outcome, started_at, finished_at, installed_rank) SELECT "
            + Journal.PARAMETERS
            + ", 'done', now(), clock_timestamp(), installed_rank FROM history"
            + end;
    try (PreparedStatement insert = session.connection().prepareStatement(sql)) {
      int next = bindHistory(insert, step, milliseconds, true);
      journal.bind(insert, next, step, manifest);
      insert.execute();
    }
  }

  /** Records the end of an attempt that the journal has as started. */
  void finished(Step step, long attempt, long milliseconds, boolean success, String error)
      throws SQLException {
    boolean rowNeeded = success || step instanceof Step.Apply;
    String history = rowNeeded ? historyInsert(step) : "SELECT NULL::integer AS installed_rank";
    String sql =
        session.reset()
            + "; WITH history AS ("
            + history
            + ") UPDATE "
            + session.journal()
            + " SET outcome = ?, finished_at = clock_timestamp(), error = nullif(?, ''),"
            + " installed_rank = history.installed_rank FROM history WHERE attempt = ?";
    session.inTransaction(
        () -> {
          if (step.resumption().isPresent()) {
            forgetFailure(step);
          }
          try (PreparedStatement update = session.connection().prepareStatement(sql)) {
            int next = rowNeeded ? bindHistory(update, step, milliseconds, success) : 1;
            update.setString(next, success ? "done" : "failed");
            update.setString(next + 1, error);
            update.setLong(next + 2, attempt);
            update.execute();
          }
        });
  }

  /** Takes away the history's row of an attempt that failed, as Flyway's repair does. */
  void forgetFailure(Step step) throws SQLException {
    if (!(step instanceof Step.Apply apply)) {
      return;
    }
    try (PreparedStatement delete =
        session
            .connection()
            .prepareStatement(
                "DELETE FROM " + session.history() + " WHERE version = ? AND NOT success")) {
      delete.setString(1, apply.migration().version());
      delete.execute();
    }
  }

  /** For a migration that is taken back, the row that Flyway understands as its end. */
  private String historyInsert(Step step) {
    String insert =
        "INSERT INTO "
            + session.history()
            + " (installed_rank, version, description, type, script, checksum, installed_by,"
            + " execution_time, success) SELECT (SELECT coalesce(max(installed_rank), 0) + 1 FROM "
            + session.history()
            + "), ";
    return insert
        + (step instanceof Step.Apply
            ? "?, ?, 'JDBC', ?, ?, left(current_user, 100), ?, ?"
            : "version, description, 'DELETE', script, checksum, left(current_user, 100), ?, ? FROM "
                + session.history()
                + " WHERE installed_rank = ?")
        + " RETURNING installed_rank";
  }

  private static int bindHistory(
      PreparedStatement statement, Step step, long milliseconds, boolean success)
      throws SQLException {
    int next = 1;
    if (step instanceof Step.Apply apply) {
      DeclaredMigration m = apply.migration();
      statement.setString(next++, m.version());
      statement.setString(
          next++,
          m.description().substring(0, Math.min(m.description().length(), LONGEST_DESCRIPTION)));
      statement.setString(next++, m.className());
      statement.setInt(next++, Digest.checksum(m.sha256()));
    }
    statement.setInt(next++, (int) Math.min(milliseconds, Integer.MAX_VALUE));
    statement.setBoolean(next++, success);
    if (step instanceof Step.Revert revert) {
      statement.setInt(next++, revert.applied().rank().orElseThrow());
    }
    return next;
  }
}
