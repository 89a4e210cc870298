package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DatabaseException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A second connection, from which another session is looked at. */
final class Observer implements AutoCloseable {
  /** What other sessions see as the application's name. */
  static final String APPLICATION = Connector.APPLICATION + " (watching)";

  private static final int WIDTH = 80;

  private static final String BLOCKERS =
      """
      SELECT a.pid,
        coalesce(a.usename, ''),
        coalesce(a.application_name, ''),
        coalesce(host(a.client_addr), ''),
        a.xact_start,
        coalesce(a.state, ''),
        coalesce(a.query, ''),
        a.backend_type = 'autovacuum worker' AND a.query LIKE '%(to prevent wraparound)'
      FROM unnest(pg_blocking_pids(?)) AS blocker (pid)
        JOIN pg_catalog.pg_stat_activity a ON a.pid = blocker.pid
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
      ORDER BY a.xact_start, a.pid""";

  /** A prepared transaction has no process: its locks lead to the one on its own number. */
  private static final String PREPARED =
      """
      SELECT DISTINCT p.gid, p.owner, p.prepared
      FROM pg_catalog.pg_locks wanted
        JOIN pg_catalog.pg_locks held
          ON held.granted AND held.pid IS NULL AND held.locktype = wanted.locktype
          AND held.database IS NOT DISTINCT FROM wanted.database
          AND held.relation IS NOT DISTINCT FROM wanted.relation
          AND held.transactionid IS NOT DISTINCT FROM wanted.transactionid
        JOIN pg_catalog.pg_locks own
          ON own.pid IS NULL AND own.locktype = 'transactionid'
          AND own.virtualtransaction = held.virtualtransaction
        JOIN pg_catalog.pg_prepared_xacts p ON p.transaction = own.transactionid
      WHERE wanted.pid = ? AND NOT wanted.granted AND 0 = ANY (pg_blocking_pids(wanted.pid))
      ORDER BY 3""";

  private static final String PROGRESS =
      """
      SELECT phase,
        CASE WHEN blocks_total > 0 THEN 100 * blocks_done / blocks_total
          WHEN tuples_total > 0 THEN 100 * tuples_done / tuples_total END,
        CASE WHEN lockers_total > 0 THEN lockers_total - lockers_done END, 1
        FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?
      UNION ALL
      SELECT phase, CASE WHEN heap_blks_total > 0 THEN 100 * heap_blks_scanned / heap_blks_total END, NULL, 1
        FROM pg_catalog.pg_stat_progress_vacuum WHERE pid = ?
      UNION ALL
      SELECT phase, CASE WHEN heap_blks_total > 0 THEN 100 * heap_blks_scanned / heap_blks_total END, NULL, 1
        FROM pg_catalog.pg_stat_progress_cluster WHERE pid = ?
      UNION ALL
      SELECT 'runs for ' || extract(epoch FROM clock_timestamp() - query_start)::int || ' s', NULL, NULL, 2
        FROM pg_catalog.pg_stat_activity
        WHERE pid = ? AND state = 'active'
          AND clock_timestamp() - query_start >= ? * interval '1 millisecond'
      ORDER BY 4""";

  /** What the server shows in the place of a query that one may not see. */
  private static final String HIDDEN = "<insufficient privilege>";

  private static final String SEEN_BY =
      "what it runs is shown to members of pg_read_all_stats only";

  private final Session session;

  private Observer(Session session) {
    this.session = session;
  }

  static Observer open(ConnectionSettings settings) throws DatabaseException, SQLException {
    Session session = Connector.openAtOnce(settings).session();
    session.execute("SET application_name = '" + APPLICATION + "'; SET statement_timeout = '5s'");
    return new Observer(session);
  }

  /** Who holds a session up, the oldest transaction first. */
  List<Blocker> blockers(int pid) throws SQLException {
    List<Blocker> blockers = new ArrayList<>(session.list(BLOCKERS, Observer::session, pid));
    blockers.addAll(session.list(PREPARED, Observer::prepared, pid));
    return List.copyOf(blockers);
  }

  private static Blocker session(ResultSet row) throws SQLException {
    return new Blocker(
        row.getBoolean(8) ? Blocker.Kind.WRAPAROUND : Blocker.Kind.SESSION,
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        since(row, 5),
        row.getString(6),
        row.getString(7).equals(HIDDEN) ? SEEN_BY : cut(row.getString(7)));
  }

  private static Blocker prepared(ResultSet row) throws SQLException {
    return new Blocker(
        Blocker.Kind.PREPARED, 0, row.getString(2), row.getString(1), "", since(row, 3), "", "");
  }

  /**
   * How far a build, a vacuum or a rewrite in a session is, or for how long another statement runs.
   *
   * @param patience what runs for less is not worth a word
   */
  Optional<String> progress(int pid, Duration patience) throws SQLException {
    return session.list(PROGRESS, Observer::place, pid, pid, pid, pid, patience.toMillis()).stream()
        .findFirst();
  }

  private static String place(ResultSet row) throws SQLException {
    Optional<Long> percent = Optional.ofNullable(row.getObject(2, Long.class));
    Optional<Long> lockers = Optional.ofNullable(row.getObject(3, Long.class));
    return row.getString(1)
        + percent.map(p -> ", " + p + " %").orElse("")
        + lockers.map(n -> ", waits for " + n + " transactions").orElse("");
  }

  private static Optional<Instant> since(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static String cut(String query) {
    String line = query.strip().replaceAll("\\s+", " ");
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + "…";
  }

  @Override
  public void close() {
    try {
      session.connection().close();
    } catch (SQLException e) {
      // It is not used any more.
    }
  }
}
