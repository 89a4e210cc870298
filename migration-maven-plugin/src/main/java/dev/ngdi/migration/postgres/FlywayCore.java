package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Refusal;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Flyway Core on our connection: it makes its own table, and sets the baseline. */
final class FlywayCore {
  private final Session session;

  FlywayCore(Session session) {
    this.session = session;
  }

  /** Makes the history table in a schema that has none, with a baseline or empty. */
  void makeHistory(Optional<String> baseline) throws DatabaseException {
    FluentConfiguration configuration =
        Flyway.configure(Flyway.class.getClassLoader())
            .loggers(SilentLogs.class.getName())
            .dataSource(new Shared(session.connection()))
            .defaultSchema(session.schema())
            .createSchemas(false)
            .table(Session.HISTORY)
            .locations(new String[0])
            .skipDefaultCallbacks(true)
            .skipDefaultResolvers(true);
    // Otherwise it takes its lock on a second connection, where ours keeps it out.
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    try {
      if (baseline.isPresent()) {
        configuration.baselineVersion(baseline.get()).load().baseline();
      } else {
        configuration.load().migrate();
      }
    } catch (FlywayException e) {
      throw new DatabaseException(
          Refusal.of(
              "history-not-made",
              "Flyway cannot make `"
                  + session.schema()
                  + "."
                  + Session.HISTORY
                  + "`: "
                  + Errors.message(e),
              "correct that, and run this again"),
          e);
    }
  }

  /** One connection, handed out again and again, and never closed by who uses it. */
  private record Shared(Connection connection) implements DataSource {
    @Override
    public Connection getConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              Shared.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) ->
                  method.getName().equals("close")
                      ? null
                      : Reflection.invoke(connection, method, arguments));
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public java.io.PrintWriter getLogWriter() {
      return new java.io.PrintWriter(java.io.Writer.nullWriter());
    }

    @Override
    public void setLogWriter(java.io.PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getLogger("org.postgresql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws java.sql.SQLException {
      throw new java.sql.SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
