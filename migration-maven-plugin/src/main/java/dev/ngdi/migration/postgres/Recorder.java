package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a row of Flyway's table and the row of the journal that belongs to it, in one go.
 *
 * <p>Both are inserted by statements that the server has prepared: the driver forgets those that it
 * prepares itself at each {@code CREATE}, {@code ALTER} and {@code DROP}, which is all that most
 * migrations are, and to parse and plan them each time costs more than to run them.
 */
final class Recorder {
  private static final int LONGEST_DESCRIPTION = 200;
  private static final String APPLIED = "migration_applied";
  private static final String REVERTED = "migration_reverted";
  private static final String JOURNALED = "migration_journaled";

  /** {@code invalid_sql_statement_name}: there is no such prepared statement. */
  private static final String UNPREPARED = "26000";

  private static final String OWN_ROLE =
      "SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL ROLE NONE; ";

  private static final String IMMEDIATE = "SET CONSTRAINTS ALL IMMEDIATE; ";

  private final Session session;
  private final Journal journal;
  private boolean prepared;
  private boolean forgetful;

  Recorder(Session session, Journal journal) {
    this.session = session;
    this.journal = journal;
  }

  /**
   * Records a step that is done, inside its transaction. Its deferred constraints are checked
   * first. What it set in the session is undone, or only kept from the record where it is looked at
   * later.
   */
  void done(Step step, String manifest, long milliseconds) throws SQLException {
    record(step, manifest, milliseconds, SessionEffect.HIDDEN, "");
  }

  /** The same, and commits with it: one round trip to the server for both. */
  void commit(Step step, String manifest, long milliseconds, SessionEffect effect)
      throws SQLException {
    record(step, manifest, milliseconds, effect, "; COMMIT");
  }

  private void record(
      Step step, String manifest, long milliseconds, SessionEffect effect, String end)
      throws SQLException {
    boolean ready = prepared && !forgetful && !mayForget(step);
    prepared = false;
    session.execute(
        undoing(effect)
            + (ready ? "" : preparation() + "; ")
            + historyRow(step, milliseconds, true)
            + "; EXECUTE "
            + JOURNALED
            + " ("
            + journal.values(step, manifest)
            + ")"
            + end);
    prepared = true;
  }

  private String undoing(SessionEffect effect) {
    return switch (effect) {
      case NONE -> "";
      case HIDDEN -> IMMEDIATE + session.reset() + "; ";
      case OPEN -> IMMEDIATE + OWN_ROLE;
    };
  }

  /**
   * Whether a step that was rolled back failed only because something in it took the prepared
   * statements away; from now on that is reckoned with.
   */
  boolean isUnprepared(StepFailedException e) {
    boolean unprepared =
        !forgetful
            && Optional.ofNullable(e.getCause())
                .flatMap(Errors::sqlState)
                .filter(UNPREPARED::equals)
                .isPresent();
    forgetful |= unprepared;
    return unprepared;
  }

  /** Whether a step may take the prepared statements away. */
  private static boolean mayForget(Step step) {
    return step.script()
        .map(sql -> sql.text().toLowerCase(Locale.ROOT))
        .map(text -> text.contains("deallocate") || text.contains("discard"))
        .orElse(true);
  }

  /** Records the end of an attempt that the journal has as started. */
  void finished(Step step, long attempt, long milliseconds, boolean success, String error)
      throws SQLException {
    boolean rowNeeded = success || step instanceof Step.Apply;
    Literals end = new Literals().text(success ? "done" : "failed");
    Literals why = new Literals().text(error);
    prepared = false;
    session.inTransaction(
        () -> {
          session.execute(session.reset());
          if (step.resumption().isPresent()) {
            forgetFailure(step);
          }
          if (rowNeeded) {
            session.execute(preparation() + "; " + historyRow(step, milliseconds, success));
          }
          session.execute(
              "UPDATE %s SET outcome = %s, finished_at = clock_timestamp(), error = nullif(%s, ''),"
                      .formatted(session.journal(), end, why)
                  + " installed_rank = "
                  + (rowNeeded ? newestRank() : "NULL")
                  + " WHERE attempt = "
                  + attempt);
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

  /**
   * Puts back the history's row of an attempt, as the journal has it, at the end; the attempt is
   * there once more, with that row, and otherwise as it was.
   */
  void restore(long attempt) throws SQLException {
    String asItWas = Journal.STARTED + ", outcome, started_at, finished_at, statement";
    session.execute(
        """
        WITH lost AS (SELECT * FROM %1$s WHERE attempt = %2$d),
        restored AS (
          INSERT INTO %3$s (installed_rank, version, description, type, script, checksum,
            installed_by, execution_time, success)
          SELECT coalesce(%4$s, 0) + 1, version,
            left(replace(substr(id, length(version) + 4), '_', ' '), %5$d), 'JDBC', class,
            ('x' || left(sha256, 8))::bit(32)::integer, left(current_user, 100),
            least(extract(epoch FROM finished_at - started_at) * 1000, %6$d)::integer, true
          FROM lost RETURNING installed_rank)
        INSERT INTO %1$s (%7$s, database_user, installed_rank)
        SELECT %7$s, database_user, restored.installed_rank FROM lost, restored"""
            .formatted(
                session.journal(),
                attempt,
                session.history(),
                newestRank(),
                LONGEST_DESCRIPTION,
                Integer.MAX_VALUE,
                asItWas));
  }

  private String newestRank() {
    return "(SELECT max(installed_rank) FROM " + session.history() + ")";
  }

  /** For a migration that is taken back, the row is the one that Flyway understands as its end. */
  private String preparation() {
    String insert =
        "INSERT INTO "
            + session.history()
            + " (installed_rank, version, description, type, script, checksum, installed_by,"
            + " execution_time, success) SELECT coalesce("
            + newestRank()
            + ", 0) + 1, ";
    String journaled =
        IntStream.rangeClosed(1, Journal.PARAMETER_COUNT)
            .mapToObj(i -> "$" + i)
            .collect(Collectors.joining(", "));
    return "DEALLOCATE ALL; PREPARE "
        + APPLIED
        + " (text, text, text, integer, integer, boolean) AS "
        + insert
        + "$1, $2, 'JDBC', $3, $4, left(current_user, 100), $5, $6; PREPARE "
        + REVERTED
        + " (integer, integer, boolean) AS "
        + insert
        + "version, description, 'DELETE', script, checksum, left(current_user, 100), $2, $3 FROM "
        + session.history()
        + " WHERE installed_rank = $1; PREPARE "
        + JOURNALED
        + " ("
        + Journal.TYPES
        + ") AS INSERT INTO "
        + session.journal()
        + " ("
        + Journal.STARTED
        + ", outcome, started_at, finished_at, installed_rank) VALUES ("
        + journaled
        + ", 'done', now(), clock_timestamp(), "
        + newestRank()
        + ")";
  }

  private static String historyRow(Step step, long milliseconds, boolean success) {
    Literals values = new Literals();
    if (step instanceof Step.Apply apply) {
      DeclaredMigration m = apply.migration();
      String description = m.description();
      values
          .text(m.version())
          .text(description.substring(0, Math.min(description.length(), LONGEST_DESCRIPTION)))
          .text(m.className())
          .number(Digest.checksum(m.sha256()));
    } else if (step instanceof Step.Revert revert) {
      values.number(revert.applied().rank().orElseThrow());
    }
    values.number(Math.min(milliseconds, Integer.MAX_VALUE)).truth(success);
    String name = step instanceof Step.Apply ? APPLIED : REVERTED;
    return "EXECUTE " + name + " (" + values + ")";
  }
}
