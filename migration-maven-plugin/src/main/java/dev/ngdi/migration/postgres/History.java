package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.WayBack;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Flyway's table together with the journal. */
final class History {
  private static final List<String> HISTORY_COLUMNS =
      List.of(
          "installed_rank",
          "version",
          "description",
          "type",
          "script",
          "checksum",
          "installed_by",
          "installed_on",
          "execution_time",
          "success");
  private static final List<String> JOURNAL_COLUMNS =
      List.of(
          "attempt",
          "run",
          "version",
          "direction",
          "outcome",
          "installed_rank",
          "down_sql",
          "tokens_sha256");

  private final Session session;

  History(Session session) {
    this.session = session;
  }

  /** Whether the schema has the history table. */
  boolean exists() throws SQLException {
    return !columns(Session.HISTORY).isEmpty();
  }

  /** Whether a history that exists has no row. */
  boolean isEmpty() throws SQLException {
    return !session.exists("SELECT FROM " + session.history());
  }

  List<AppliedMigration> read() throws SQLException, DatabaseException {
    boolean journaled = hasTable(Session.JOURNAL, JOURNAL_COLUMNS);
    if (!hasTable(Session.HISTORY, HISTORY_COLUMNS)) {
      return List.of();
    }
    Map<String, AppliedMigration> byVersion = rows();
    if (!journaled) {
      return List.copyOf(byVersion.values());
    }
    Map<Integer, Recorded> recorded = recorded();
    byVersion.replaceAll(
        (version, row) ->
            row.rank()
                .flatMap(rank -> Optional.ofNullable(recorded.get(rank)))
                .filter(r -> r.isOf(row))
                .map(r -> r.completing(row))
                .orElse(row));
    new NewestAttempts(session).correct(byVersion);
    return List.copyOf(byVersion.values());
  }

  private boolean hasTable(String table, List<String> wanted)
      throws SQLException, DatabaseException {
    List<String> there = columns(table);
    if (there.isEmpty()) {
      return false;
    }
    List<String> lacking = wanted.stream().filter(c -> !there.contains(c)).toList();
    if (!lacking.isEmpty()) {
      throw new DatabaseException(
          Refusal.of(
              "table-foreign",
              "`"
                  + session.schema()
                  + "."
                  + table
                  + "` has no column `"
                  + lacking.get(0)
                  + "`: it is another tool's table",
              "rename it, or choose another schema with `db.schema`"));
    }
    return true;
  }

  private List<String> columns(String table) throws SQLException {
    try (PreparedStatement query =
        session
            .connection()
            .prepareStatement(
                "SELECT a.attname FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid"
                    + " = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE"
                    + " n.nspname = ? AND c.relname = ? AND c.relkind IN ('r', 'p', 'v') AND"
                    + " a.attnum > 0 AND NOT a.attisdropped")) {
      query.setString(1, session.schema());
      query.setString(2, table);
      List<String> columns = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
      return columns;
    }
  }

  /** The newest row of each version; a row that takes back removes what it takes back. */
  private Map<String, AppliedMigration> rows() throws SQLException {
    Map<String, AppliedMigration> byVersion = new LinkedHashMap<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT installed_rank, version, description, type, script, checksum,"
                    + " installed_on::timestamptz, installed_by, execution_time, success FROM "
                    + session.history()
                    + " WHERE version IS NOT NULL ORDER BY installed_rank")) {
      while (row.next()) {
        String version = row.getString(2);
        String type = row.getString(4);
        byVersion.remove(version);
        if (!type.equals("DELETE") && !type.startsWith("UNDO_")) {
          byVersion.put(version, row(row, version, type));
        }
      }
    }
    return byVersion;
  }

  private static AppliedMigration row(ResultSet row, String version, String type)
      throws SQLException {
    boolean comparable = type.equals("JDBC") && row.getString(6) != null;
    Result result = row.getBoolean(10) ? Result.SUCCESS : Result.FAILED;
    return new AppliedMigration(
        Optional.of(row.getInt(1)),
        Optional.empty(),
        version,
        row.getString(3),
        row.getString(5),
        comparable ? Optional.of(row.getInt(6)) : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        type.equals("BASELINE") ? Result.BASELINE : result,
        Direction.UP,
        instant(row, 7),
        Optional.empty(),
        row.getString(8),
        row.getLong(9),
        new WayBack.Unrecorded(),
        Optional.empty());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * What the journal adds to a row of the history.
   *
   * @param version the migration's version
   * @param attempt its number
   * @param sha256 the digest of what was applied
   * @param tokensSha256 the digest of its tokens
   * @param wayBack how it is taken back
   * @param at when it was done
   * @param by who did it
   * @param statement the last statement begun, outside a transaction
   * @param commit where it came from
   */
  private record Recorded(
      String version,
      long attempt,
      String sha256,
      Optional<String> tokensSha256,
      WayBack wayBack,
      Instant at,
      String by,
      Optional<Integer> statement,
      Optional<String> commit) {

    /** A row that somebody deleted, and Flyway replaced, has the rank and not the checksum. */
    boolean isOf(AppliedMigration row) {
      return version.equals(row.version())
          && row.checksum().map(c -> c == Digest.checksum(sha256)).orElse(true);
    }

    AppliedMigration completing(AppliedMigration row) {
      return new AppliedMigration(
          row.rank(),
          Optional.of(attempt),
          row.version(),
          row.description(),
          row.script(),
          row.checksum(),
          Optional.of(sha256),
          tokensSha256,
          row.result(),
          row.direction(),
          at,
          statement,
          by,
          row.milliseconds(),
          wayBack,
          commit);
    }
  }

  private Map<Integer, Recorded> recorded() throws SQLException {
    Map<Integer, Recorded> byRank = new HashMap<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT installed_rank, attempt, sha256, way_back, down_sql, down_statements,"
                    + " down_transactional, irreversible, finished_at, performed_by, statement,"
                    + " revision, version, tokens_sha256 FROM "
                    + session.journal()
                    + " WHERE direction = 'up' AND installed_rank IS NOT NULL ORDER BY attempt")) {
      while (row.next()) {
        byRank.put(
            row.getInt(1),
            new Recorded(
                row.getString(13),
                row.getLong(2),
                row.getString(3),
                Optional.ofNullable(row.getString(14)),
                wayBack(row),
                instant(row, 9),
                row.getString(10),
                Optional.ofNullable(row.getObject(11, Integer.class)),
                Optional.ofNullable(row.getString(12))));
      }
    }
    return byRank;
  }

  private static WayBack wayBack(ResultSet row) throws SQLException {
    return switch (row.getString(4)) {
      case "script" ->
          new WayBack.Script(
              new Sql(
                  row.getString(5),
                  Optional.empty(),
                  DownStatements.read(row.getString(6)),
                  row.getBoolean(7)));
      case "code" -> new WayBack.Code();
      default -> new WayBack.Irreversible(row.getString(8));
    };
  }
}
