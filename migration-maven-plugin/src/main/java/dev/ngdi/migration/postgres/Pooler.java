package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Finds out whether the server session at the other end of a connection stays the same, as the
 * deploy lock and all settings need it to. PgBouncer in transaction or statement mode gives each
 * transaction the session that happens to be free.
 */
final class Pooler {
  /** More than one, for other clients of the pooler take and give back sessions meanwhile. */
  private static final int LOOKS = 3;

  private static final int SECONDS = 5;

  private Pooler() {}

  /** Opens a further connection to where the first one goes. */
  @FunctionalInterface
  interface Another {
    Connection open(int secondsToAnswer) throws SQLException;
  }

  /**
   * Refuses a connection whose sessions are shared. Costs nothing on a direct connection: there the
   * server announces its own process when the connection starts; a pooler announces a made-up one.
   *
   * @param pid the process that answered a query
   */
  static Optional<Refusal> refusal(Connection connection, int pid, Another another, String address)
      throws SQLException {
    if (connection.unwrap(PGConnection.class).getBackendPID() == pid
        || !shares(connection, pid, another)) {
      return Optional.empty();
    }
    return Optional.of(
        Refusal.of(
            "pooler-shares-sessions",
            "what answers at `"
                + address
                + "` is a pooler that gives each transaction another session, as PgBouncer does in"
                + " transaction mode: neither the deploy lock nor a setting would last",
            "connect to PostgreSQL itself, or to a pool with `pool_mode = session`"));
  }

  /**
   * Two connections that are both open have two sessions, unless a pooler shares them. Twice in a
   * row the first one is asked because a pooler that takes sessions by turns moves it then.
   */
  private static boolean shares(Connection connection, int pid, Another another)
      throws SQLException {
    try (Connection other = another.open(SECONDS)) {
      for (int look = 0; look < LOOKS; look++) {
        Optional<Integer> seen = pid(other);
        if (seen.isEmpty()) {
          return false;
        }
        if (seen.get() == pid || moves(connection, pid) || moves(connection, pid)) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean moves(Connection connection, int pid) {
    return !pid(connection).equals(Optional.of(pid));
  }

  /** Empty where it does not answer: a pool without a free session, which shares none. */
  private static Optional<Integer> pid(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
      row.next();
      return Optional.of(row.getInt(1));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
