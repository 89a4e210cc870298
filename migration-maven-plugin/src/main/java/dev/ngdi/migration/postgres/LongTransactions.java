package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Step;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transactions that have been open for long and that a plan would have to wait for. */
final class LongTransactions {
  static final Duration LONG = Duration.ofMinutes(1);

  /** Locks in the way, by the process that holds them or by the prepared transaction. */
  private static final String LOCKS =
      """
      WITH held AS (
        SELECT l.pid, l.virtualtransaction, string_agg(DISTINCT
            lower(regexp_replace(left(l.mode, -4), '(.)([A-Z])', '\\1 \\2', 'g')) || ' on '
              || CASE WHEN n.nspname = ? THEN '' ELSE quote_ident(n.nspname) || '.' END
              || quote_ident(c.relname), ', ') AS locks
        FROM unnest(?, ?) wanted (oid, mode)
          JOIN pg_catalog.pg_locks l ON l.relation = wanted.oid AND l.mode = wanted.mode
          JOIN pg_catalog.pg_class c ON c.oid = l.relation
          JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE l.locktype = 'relation' AND l.granted
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
        GROUP BY l.pid, l.virtualtransaction)
      """;

  private static final String SESSIONS =
      LOCKS
          + """
          SELECT a.pid, a.usename, a.application_name,
            to_char(a.xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), a.state,
            left(btrim(regexp_replace(a.query, '\\s+', ' ', 'g')), 80), held.locks
          FROM pg_catalog.pg_stat_activity a LEFT JOIN held USING (pid)
          WHERE a.xact_start < clock_timestamp() - ? * interval '1 millisecond'
            AND a.pid <> pg_catalog.pg_backend_pid()
            AND (held.pid IS NOT NULL OR (? AND a.backend_xmin IS NOT NULL
              AND a.datname = current_database() AND a.backend_type <> 'autovacuum worker'
              AND a.query !~* '^\\s*(vacuum|reindex|create\\s+(unique\\s+)?index)'))
          ORDER BY a.xact_start, a.pid""";

  private static final String PREPARED =
      LOCKS
          + """
          SELECT p.gid, p.owner,
            to_char(p.prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), held.locks,
            quote_literal(p.gid)
          FROM pg_catalog.pg_prepared_xacts p
            JOIN pg_catalog.pg_locks own ON own.pid IS NULL AND own.locktype = 'transactionid'
              AND own.transactionid = p.transaction
            JOIN held ON held.pid IS NULL AND held.virtualtransaction = own.virtualtransaction
          WHERE p.database = current_database() AND p.prepared < clock_timestamp() - ? * interval '1 millisecond'
          ORDER BY p.prepared, p.gid""";

  private LongTransactions() {}

  /**
   * One line for each.
   *
   * @param age how long a transaction may be open without a remark
   */
  static List<String> remarks(
      Plan plan, List<TouchedRelation> touched, Session session, Duration age) throws SQLException {
    boolean snapshots = plan.steps().stream().anyMatch(LongTransactions::awaitsSnapshots);
    if (touched.isEmpty() && !snapshots) {
      return List.of();
    }
    List<Long> oids = new ArrayList<>();
    List<String> modes = new ArrayList<>();
    for (TouchedRelation relation : touched) {
      for (String mode : Conflicts.with(relation.locks())) {
        oids.add(relation.oid());
        modes.add(mode);
      }
    }
    Array relations = session.connection().createArrayOf("oid", oids.toArray());
    Array locks = session.texts(modes);
    List<String> remarks =
        session.list(
            SESSIONS,
            LongTransactions::session,
            session.schema(),
            relations,
            locks,
            age.toMillis(),
            snapshots);
    remarks.addAll(
        session.list(
            PREPARED,
            LongTransactions::prepared,
            session.schema(),
            relations,
            locks,
            age.toMillis()));
    return remarks;
  }

  private static boolean awaitsSnapshots(Step step) {
    return step.script().stream()
        .flatMap(sql -> sql.statements().stream().map(span -> Concurrently.of(sql, span)))
        .flatMap(Optional::stream)
        .anyMatch(Concurrently::snapshots);
  }

  private static String session(ResultSet row) throws SQLException {
    StringBuilder remark =
        new StringBuilder("a transaction open since " + row.getString(4) + " UTC ");
    remark.append(
        Optional.ofNullable(row.getString(7))
            .map(locks -> "holds " + locks)
            .orElse("keeps a snapshot that a concurrent index build waits for"));
    remark.append(": process ").append(row.getInt(1));
    said(remark, ", user `", row.getString(2), "`");
    said(remark, ", application `", row.getString(3), "`");
    said(remark, ", ", row.getString(5), "");
    said(remark, ", query `", row.getString(6), "`");
    return remark + "; end it with `SELECT pg_terminate_backend(" + row.getInt(1) + ")`, or wait";
  }

  private static void said(StringBuilder remark, String before, String value, String after) {
    Optional.ofNullable(value)
        .filter(v -> !v.isEmpty())
        .ifPresent(v -> remark.append(before).append(v).append(after));
  }

  private static String prepared(ResultSet row) throws SQLException {
    String gid = row.getString(5);
    return "the transaction `"
        + row.getString(1)
        + "` of user `"
        + row.getString(2)
        + "`, prepared "
        + row.getString(3)
        + " UTC, holds "
        + row.getString(4)
        + ": end it with `COMMIT PREPARED "
        + gid
        + "` or `ROLLBACK PREPARED "
        + gid
        + "`";
  }
}
