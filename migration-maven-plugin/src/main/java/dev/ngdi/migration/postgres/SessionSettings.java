package dev.ngdi.migration.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings that each migration finds, whatever the role, the database or the last one set.
 *
 * @param sql statements that bring them back where {@code RESET ALL} does not, for that runs often
 * @param deadlockTimeout after how long a wait the sessions of others look for deadlocks
 */
record SessionSettings(String sql, Duration deadlockTimeout) {
  /** A client that vanished behind a silent network is gone for the server within a minute. */
  private static final Map<String, String> KEEP_ALIVE =
      Map.of(
          "tcp_keepalives_idle", "10",
          "tcp_keepalives_interval", "10",
          "tcp_keepalives_count", "3",
          "tcp_user_timeout", "40000");

  /** What is recorded before something begins must outlive the server; more than that may stay. */
  private static final String DURABILITY = "synchronous_commit";

  /** How often the server looks whether its client is still there, in ms. */
  private static final String CHECK_INTERVAL = "client_connection_check_interval";

  private static final String DEADLOCK_TIMEOUT = "deadlock_timeout";

  /** In ms. Who looks first gives way: it is to be us, and not a live query, if we may say so. */
  private static final String OWN_DEADLOCK_TIMEOUT = "100";

  /**
   * No limit of the role or the database ends a migration half way; a migration that wants one sets
   * it. Nor does one let a commit be answered before it is on the disk. A server whose client is
   * gone ends the statement within a second, and with it the lock.
   */
  static SessionSettings of(ConnectionSettings settings, String schema, Connection connection)
      throws SQLException {
    Map<String, String> values = new HashMap<>(KEEP_ALIVE);
    values.put("application_name", Connector.APPLICATION);
    values.put("TimeZone", "UTC");
    values.put("idle_in_transaction_session_timeout", "0");
    values.put("standard_conforming_strings", "on");
    values.put("lock_timeout", Long.toString(settings.lockTimeout().toMillis()));
    values.put("statement_timeout", Long.toString(settings.statementTimeout().toMillis()));
    values.put("transaction_timeout", "0");
    if (accepts(connection, CHECK_INTERVAL, "1000")) {
      values.put(CHECK_INTERVAL, "1000");
    }
    if (accepts(connection, DEADLOCK_TIMEOUT, OWN_DEADLOCK_TIMEOUT)) {
      values.put(DEADLOCK_TIMEOUT, OWN_DEADLOCK_TIMEOUT);
    }
    return of(values, schema, connection);
  }

  private static SessionSettings of(
      Map<String, String> values, String schema, Connection connection) throws SQLException {
    StringBuilder sql =
        new StringBuilder("SET search_path TO " + Session.quote(schema) + ", pg_temp");
    Duration deadlockTimeout = Duration.ZERO;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT name, coalesce(reset_val, '') FROM pg_catalog.pg_settings")) {
      while (row.next()) {
        String name = row.getString(1);
        String reset = row.getString(2);
        String wanted = values.getOrDefault(name, reset);
        if (name.equals(DURABILITY) && reset.equals("off")) {
          wanted = "on";
        }
        if (name.equals(DEADLOCK_TIMEOUT)) {
          deadlockTimeout = Duration.ofMillis(Long.parseLong(reset));
        }
        if (!wanted.equals(reset)) {
          sql.append("; SET ").append(name).append(" TO ").append(new Literals().text(wanted));
        }
      }
    }
    return new SessionSettings(sql.toString(), deadlockTimeout);
  }

  /** Not every operating system, and not every user, lets a session have every setting. */
  private static boolean accepts(Connection connection, String setting, String value) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET " + setting + " = " + value);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }
}
