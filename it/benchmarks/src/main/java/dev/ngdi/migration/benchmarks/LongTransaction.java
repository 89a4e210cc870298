package dev.ngdi.migration.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Somebody's transaction that has read the table, changed a row of it, and goes on for long. */
final class LongTransaction {
  private final Connection connection;
  private final Thread work;

  private LongTransaction(Connection connection, Thread work) {
    this.connection = connection;
    this.work = work;
  }

  /** Begins one, if it is to last; its locks are held when this returns. */
  static Optional<LongTransaction> begin(String url, int seconds) throws SQLException {
    if (seconds == 0) {
      return Optional.empty();
    }
    Connection connection = DriverManager.getConnection(url);
    connection.setAutoCommit(false);
    execute(connection, "SELECT format FROM distribution WHERE id = " + Portal.HELD);
    execute(connection, "UPDATE distribution SET format = format WHERE id = " + Portal.HELD);
    Thread work =
        new Thread(
            () -> {
              try {
                execute(connection, "SELECT pg_sleep(" + seconds + ")");
                connection.commit();
              } catch (SQLException e) {
                // The deploy ended before it.
              }
            },
            "long-transaction");
    work.setDaemon(true);
    work.start();
    return Optional.of(new LongTransaction(connection, work));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends it now, if it has not ended. */
  void end() throws SQLException, InterruptedException {
    connection.abort(Runnable::run);
    work.join();
  }
}
