package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each statement of a script its limits, unless the script sets limits itself. */
final class Limiting {
  /** In milliseconds, whatever unit they were set in. */
  private static final String IN_FORCE =
      """
      SELECT l.setting::bigint, s.setting::bigint
      FROM pg_catalog.pg_settings l, pg_catalog.pg_settings s
      WHERE l.name = 'lock_timeout' AND s.name = 'statement_timeout'""";

  private final Session session;
  private final Limits usual;
  private final boolean transactional;
  private Limits set;
  private boolean left;
  private boolean unread;
  private boolean holdsUp;

  /** Begins with the limits that the session has. */
  Limiting(Session session, Limits usual, Sql sql, boolean transactional) {
    this.session = session;
    this.usual = usual.among(relations(sql, transactional), session.deadlockTimeout());
    this.transactional = transactional;
    this.set = usual;
  }

  /** What is locked stays locked up to the end of the transaction. */
  private static int relations(Sql sql, boolean transactional) {
    Stream<Set<String>> each = sql.statements().stream().map(Limits::heldUp);
    return transactional
        ? (int) each.flatMap(Set::stream).distinct().count()
        : each.mapToInt(Set::size).max().orElse(0);
  }

  /**
   * Whose limit it is that a statement has run into, if it has.
   *
   * @param ran for how long it ran
   * @param cancelled whether this program asked the server to cancel it
   */
  Optional<String> whose(SQLException e, Duration ran, boolean cancelled) {
    if (!set.ended(Errors.sqlState(e), ran, cancelled)) {
      return Optional.empty();
    }
    return Optional.of(
        left
            ? "the limit is the script's own"
            : "the limit is `db.statementTimeout`: %d s".formatted(usual.statement().toSeconds()));
  }

  /**
   * A statement is about to run. What was locked before in the same transaction stays locked while
   * it waits, so that it is limited from then on whatever it does itself.
   */
  void before(StatementSpan statement, String sql) throws SQLException {
    if (unread) {
      set = inForce();
    }
    unread = Limits.isSetBy(statement, sql);
    left |= unread;
    boolean limited = Limits.mayHoldUpTraffic(statement, sql) || holdsUp;
    holdsUp |= limited && transactional;
    Limits wanted = limited ? usual : Limits.NONE;
    if (!left && !wanted.equals(set)) {
      session.execute(wanted.sql(transactional));
      set = wanted;
    }
  }

  /** What the script has set. */
  private Limits inForce() throws SQLException {
    return session
        .list(
            IN_FORCE,
            row -> new Limits(Duration.ofMillis(row.getLong(1)), Duration.ofMillis(row.getLong(2))))
        .get(0);
  }
}
