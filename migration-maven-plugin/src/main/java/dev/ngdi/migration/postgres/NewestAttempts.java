package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.WayBack;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Corrects what the history says by the newest attempt that the journal has of each version. */
final class NewestAttempts {
  private final Session session;

  NewestAttempts(Session session) {
    this.session = session;
  }

  /**
   * An attempt says so if it was never finished, failed to take back, or was done and has no row:
   * neither its own nor one that somebody, or Flyway's repair, left since. An attempt that was
   * rolled back, and a way back that did not take place, leave what was before them.
   */
  void correct(Map<String, AppliedMigration> byVersion) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT version, attempt, id, class, sha256, outcome, direction, started_at,
                  finished_at, statement, performed_by, revision
                FROM (
                  SELECT DISTINCT ON (version) * FROM %s
                  WHERE NOT (outcome = 'failed' AND transactional)
                    AND NOT (outcome = 'resolved' AND direction = 'down')
                  ORDER BY version, attempt DESC) newest
                LEFT JOIN (
                  SELECT version, max(installed_rank) AS newest_rank FROM %s
                  GROUP BY version) history USING (version)
                WHERE outcome = 'started'
                  OR (outcome = 'failed' AND direction = 'down')
                  OR (outcome = 'done' AND direction = 'up'
                    AND coalesce(newest_rank, 0) < installed_rank)
                ORDER BY attempt"""
                    .formatted(session.journal(), session.history()))) {
      while (row.next()) {
        Optional<AppliedMigration> applied = Optional.ofNullable(byVersion.get(row.getString(1)));
        Result result = result(row.getString(6));
        if (result == Result.UNFINISHED || applied.isPresent() == (result == Result.FAILED)) {
          byVersion.put(row.getString(1), attempt(row, result, applied));
        }
      }
    }
  }

  private static Result result(String outcome) {
    return switch (outcome) {
      case "failed" -> Result.FAILED;
      case "done" -> Result.LOST;
      default -> Result.UNFINISHED;
    };
  }

  private static AppliedMigration attempt(
      ResultSet row, Result result, Optional<AppliedMigration> applied) throws SQLException {
    String version = row.getString(1);
    boolean lost = result == Result.LOST;
    Instant started = instant(row, 8);
    Instant at = lost ? instant(row, 9) : started;
    return new AppliedMigration(
        applied.flatMap(AppliedMigration::rank),
        Optional.of(row.getLong(2)),
        version,
        row.getString(3).substring(version.length() + 3).replace('_', ' '),
        row.getString(4),
        applied.flatMap(AppliedMigration::checksum),
        Optional.of(row.getString(5)),
        Optional.empty(),
        result,
        row.getString(7).equals("up") ? Direction.UP : Direction.DOWN,
        at,
        lost ? Optional.empty() : Optional.ofNullable(row.getObject(10, Integer.class)),
        row.getString(11),
        Duration.between(started, at).toMillis(),
        applied.map(AppliedMigration::wayBack).orElseGet(WayBack.Unrecorded::new),
        Optional.ofNullable(row.getString(12)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
