package dev.ngdi.migration.postgres;

import dev.ngdi.migration.sql.QualifiedName;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The one connection, and the names that SQL on it uses. It is in autocommit mode whenever no
 * migration runs, so that it never idles in a transaction.
 *
 * @param connection the connection
 * @param schema the schema that is migrated, as the catalogue has it
 * @param pid the server process at its other end
 * @param settings statements that give the session the settings it works with
 * @param deadlockTimeout after how long a wait the server looks for deadlocks
 */
record Session(
    Connection connection, String schema, int pid, String settings, Duration deadlockTimeout) {
  static final String HISTORY = "flyway_schema_history";
  static final String JOURNAL = "migration_journal";

  private static final int ANSWER_SECONDS = 10;

  /** The history table, quoted. */
  String history() {
    return quote(schema) + "." + quote(HISTORY);
  }

  /** The journal table, quoted. */
  String journal() {
    return quote(schema) + "." + quote(JOURNAL);
  }

  static String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /**
   * Statements that undo what a migration did to the session. Not {@code DISCARD ALL}: it would
   * give the deploy lock back, and cannot run in a transaction.
   */
  String reset() {
    return "SET SESSION AUTHORIZATION DEFAULT; RESET ROLE; RESET ALL; CLOSE ALL; UNLISTEN *;"
        + " DISCARD TEMP; "
        + settings;
  }

  /** Runs statements as they are written: no JDBC escapes, no parameters. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /** Whether a query returns a row. */
  boolean exists(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Texts as one parameter. */
  Array texts(Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** What the rows of a query say, in order; its parameters are texts, numbers and arrays. */
  <T> List<T> list(String sql, Row<T> read, Object... parameters) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(read.read(row));
        }
      }
      return found;
    }
  }

  /** How somebody who works in the schema writes the name of something. */
  String name(String namespace, String name) {
    return new QualifiedName(
            namespace.equals(schema) ? Optional.empty() : Optional.of(namespace), name)
        .sql();
  }

  /** Work in one transaction. */
  @FunctionalInterface
  interface Work {
    void run() throws SQLException;
  }

  /** Commits what the work does, or nothing of it. */
  void inTransaction(Work work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      work.run();
      connection.commit();
    } catch (SQLException e) {
      rollback();
      throw e;
    } finally {
      endTransaction();
    }
  }

  /** Whether the server still answers; one that fails while it commits may have committed. */
  boolean isAlive() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Rolls back; on a lost connection the server has done it. */
  void rollback() {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is lost, and with it the transaction.
    }
  }

  /** Back to autocommit mode. */
  void endTransaction() {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is lost, and has no mode any more.
    }
  }
}
