package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Refusal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** Opens the connection, and says in one line why it cannot. */
final class Connector {
  /** What other sessions see as the application's name. */
  static final String APPLICATION = "migration-maven-plugin";

  private static final String TARGET = PGProperty.TARGET_SERVER_TYPE.getName();
  private static final int OLDEST = 14;

  /** What is recorded before something begins must outlive the server; more than that may stay. */
  private static final String DURABILITY = "synchronous_commit";

  /** How often the server looks whether its client is still there, in ms. */
  private static final String CHECK_INTERVAL = "client_connection_check_interval";

  private static final String DEADLOCK_TIMEOUT = "deadlock_timeout";

  /**
   * Who looks first gives way: it is to be us, and not a live query, where we may say so. In ms.
   */
  private static final String OWN_DEADLOCK_TIMEOUT = "100";

  private final ConnectionSettings settings;
  private final Properties parsed;

  private Connector(ConnectionSettings settings, Properties parsed) {
    this.settings = settings;
    this.parsed = parsed;
  }

  /**
   * An open session, and what it reached.
   *
   * @param session the session
   * @param target what it reached
   */
  record Opened(Session session, Target target) {}

  static Opened open(ConnectionSettings settings, int postgres) throws DatabaseException {
    Properties parsed = Driver.parseURL(settings.url(), new Properties());
    if (parsed == null) {
      throw new DatabaseException(
          Refusal.of(
              "url-malformed",
              "the database's URL is not one that PostgreSQL's JDBC driver reads",
              "write it as `jdbc:postgresql://host:port/database`"));
    }
    return new Connector(settings, parsed).open(postgres);
  }

  private Opened open(int postgres) throws DatabaseException {
    Connection connection = connect();
    try {
      Opened opened = inspect(connection, postgres);
      opened.session().execute(opened.session().settings());
      return opened;
    } catch (SQLException e) {
      close(connection);
      throw Errors.unexpected("the session was set up", e);
    } catch (DatabaseException e) {
      close(connection);
      throw e;
    }
  }

  private Connection connect() throws DatabaseException {
    try {
      Connection connection = new Driver().connect(settings.url(), properties());
      if (connection == null) {
        throw new DatabaseException(unreachable("the driver refuses its URL"));
      }
      return connection;
    } catch (SQLException e) {
      throw new DatabaseException(refusal(e), e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    settings.user().ifPresent(u -> PGProperty.USER.set(properties, u));
    settings.password().ifPresent(p -> PGProperty.PASSWORD.set(properties, p));
    PGProperty.APPLICATION_NAME.set(properties, APPLICATION);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    if (hosts().size() > 1 && parsed.getProperty(TARGET) == null) {
      properties.setProperty(TARGET, "primary");
    }
    return properties;
  }

  /** For a look only: one that does not answer is given up. */
  private Connection another(int secondsToAnswer) throws SQLException {
    Properties properties = properties();
    PGProperty.SOCKET_TIMEOUT.set(properties, secondsToAnswer);
    return new Driver().connect(settings.url(), properties);
  }

  private Refusal refusal(SQLException e) {
    String state = Errors.sqlState(e).orElse("");
    String user =
        settings
            .user()
            .or(() -> property(PGProperty.USER))
            .map(u -> "user `" + u + "`")
            .orElse("the user");
    if (state.startsWith("28") || state.equals("08004")) {
      return Refusal.of(
          "login-refused",
          "the server at `" + address() + "` refuses " + user + ": " + Errors.message(e),
          "correct `db.user` and `db.password`, or the server's `pg_hba.conf`");
    }
    if (isNoPrimary(e)) {
      return Refusal.of(
          "primary-missing",
          "none of the servers at `" + address() + "` takes changes",
          "wait until one of them is the primary, or correct the hosts in the URL");
    }
    return switch (state) {
      case "3D000" ->
          Refusal.of(
              "database-unknown",
              "the server at `" + address() + "` has no database `" + database() + "`",
              "create it, or correct the URL");
      case "57P03" ->
          Refusal.of(
              "server-starting",
              "the server at `"
                  + address()
                  + "` does not accept connections yet: "
                  + Errors.message(e),
              "wait until it does, and run this again");
      case "53300" ->
          Refusal.of(
              "connections-exhausted",
              "the server at `" + address() + "` has no connection left: " + Errors.message(e),
              "end a session, or raise `max_connections`");
      default ->
          networkReason(e)
              .map(this::unreachable)
              .orElseGet(
                  () ->
                      Refusal.of(
                          "connection-failed",
                          "no connection to the server at `"
                              + address()
                              + "`: "
                              + Errors.message(e),
                          "correct that, and run this again"));
    };
  }

  /** Whether the driver found servers, and none that is the primary. */
  private boolean isNoPrimary(SQLException e) {
    return hosts().size() > 1 && String.valueOf(e.getMessage()).contains(TARGET);
  }

  private Refusal unreachable(String reason) {
    return Refusal.of(
        "server-unreachable",
        "no PostgreSQL server answers at `" + address() + "`: " + reason,
        "start it, or correct host and port in the URL");
  }

  private static Optional<String> networkReason(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("there is no such host");
      }
      if (cause instanceof ConnectException) {
        return Optional.of("the connection is refused");
      }
      if (cause instanceof SocketTimeoutException) {
        return Optional.of("it does not answer in time");
      }
    }
    return Optional.empty();
  }

  private Opened inspect(Connection connection, int postgres)
      throws SQLException, DatabaseException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT version(), current_setting('server_version_num')::int / 10000,"
                    + " current_setting('server_version'), current_database(),"
                    + " coalesce(current_schema(), 'public'), current_user, pg_backend_pid(),"
                    + " has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE'), (SELECT"
                    + " setting FROM pg_settings WHERE name = 'deadlock_timeout')")) {
      row.next();
      int major = row.getInt(2);
      String version = row.getString(3).split(" ", 2)[0];
      if (!row.getString(1).startsWith("PostgreSQL ")) {
        throw new DatabaseException(
            Refusal.of(
                "not-postgresql",
                "what answers at `" + address() + "` is not PostgreSQL: " + row.getString(1),
                "correct the URL"));
      }
      int wanted = Math.max(postgres, OLDEST);
      if (major < wanted) {
        throw new DatabaseException(
            Refusal.of(
                "server-too-old",
                "the server is PostgreSQL " + version + ", and the migrations need " + wanted,
                "upgrade it, or lower `postgres` in `@MigrationPolicy` if they run on less"));
      }
      Optional<Refusal> pooler =
          Pooler.refusal(connection, row.getInt(7), this::another, address());
      if (pooler.isPresent()) {
        throw new DatabaseException(pooler.get());
      }
      String schema = settings.schema().orElse(row.getString(5));
      HostSpec reached = connection.unwrap(PgConnection.class).getQueryExecutor().getHostSpec();
      Session session =
          new Session(
              connection,
              schema,
              row.getInt(7),
              sessionSettings(schema, connection),
              Duration.ofMillis(row.getLong(9)));
      return new Opened(
          session,
          new Target(
              reached.getHost(),
              reached.getPort(),
              row.getString(4),
              row.getBoolean(8) ? Optional.of(cluster(connection)) : Optional.empty(),
              schema,
              row.getString(6),
              version));
    }
  }

  private static String cluster(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT system_identifier::text FROM pg_control_system()")) {
      row.next();
      return row.getString(1);
    }
  }

  /**
   * No limit of the role or the database ends a migration half way; a migration that wants one sets
   * it. Nor does one let a commit be answered before it is on the disk. A server whose client is
   * gone ends the statement within a second, and with it the lock. Only what a reset would not make
   * so already, since it runs with each migration.
   */
  private String sessionSettings(String schema, Connection connection) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("application_name", APPLICATION);
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
    StringBuilder sql =
        new StringBuilder("SET search_path TO " + Session.quote(schema) + ", pg_temp");
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT name, coalesce(reset_val, '') FROM pg_settings")) {
      while (row.next()) {
        String name = row.getString(1);
        String reset = row.getString(2);
        String wanted =
            name.equals(DURABILITY)
                ? reset.equals("off") ? "on" : reset
                : values.getOrDefault(name, reset);
        if (!wanted.equals(reset)) {
          sql.append("; SET ").append(name).append(" TO ").append(new Literals().text(wanted));
        }
      }
    }
    return sql.toString();
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

  /** The servers of the URL, each as {@code host:port}. */
  private List<String> hosts() {
    String[] hosts = property(PGProperty.PG_HOST).orElse("localhost").split(",", -1);
    String[] ports = property(PGProperty.PG_PORT).orElse("5432").split(",", -1);
    return IntStream.range(0, hosts.length)
        .mapToObj(i -> hosts[i] + ":" + ports[Math.min(i, ports.length - 1)])
        .toList();
  }

  private String address() {
    return String.join(",", hosts());
  }

  private String database() {
    return property(PGProperty.PG_DBNAME).orElse("");
  }

  private Optional<String> property(PGProperty property) {
    return Optional.ofNullable(property.getOrDefault(parsed));
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is given up anyway, and why is said already.
    }
  }
}
