package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Backoff;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;

/** Opens the connection, and says in one line why it cannot. */
final class Connector {
  /** What other sessions see as the application's name. */
  static final String APPLICATION = "migration-maven-plugin";

  private static final int OLDEST = 14;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** What may be otherwise in a moment. */
  private static final Set<String> PASSING =
      Set.of(
          ConnectionRefusals.STARTING, ConnectionRefusals.EXHAUSTED, ConnectionRefusals.NO_PRIMARY);

  /** What may be otherwise in a moment where there was a server a moment ago. */
  private static final Set<String> PASSING_AGAIN =
      Stream.concat(PASSING.stream(), Stream.of(ConnectionRefusals.UNREACHABLE))
          .collect(Collectors.toUnmodifiableSet());

  private final ConnectionSettings settings;
  private final ServerAddress address;
  private final ConnectionRefusals refusals;

  private Connector(ConnectionSettings settings, ServerAddress address) {
    this.settings = settings;
    this.address = address;
    this.refusals = new ConnectionRefusals(address, settings.user());
  }

  /**
   * An open session, and what it reached.
   *
   * @param session the session
   * @param target what it reached
   */
  record Opened(Session session, Target target) {}

  /** Opens one, and waits up to half a minute for a server that is about to be there. */
  static Opened open(ConnectionSettings settings, int postgres) throws DatabaseException {
    return of(settings).patiently(postgres, PASSING);
  }

  /** Opens one to a server that was there a moment ago, and may be starting anew. */
  static Opened reopen(ConnectionSettings settings) throws DatabaseException {
    return of(settings).patiently(0, PASSING_AGAIN);
  }

  /** Opens one if that can be done now. */
  static Opened openAtOnce(ConnectionSettings settings) throws DatabaseException {
    return of(settings).open(0);
  }

  private static Connector of(ConnectionSettings settings) throws DatabaseException {
    Properties parsed = Driver.parseURL(settings.url(), new Properties());
    if (parsed == null) {
      throw new DatabaseException(
          Refusal.of(
              "url-malformed",
              "the database's URL is not one that PostgreSQL's JDBC driver reads",
              "write it as `jdbc:postgresql://host:port/database`"));
    }
    return new Connector(settings, new ServerAddress(parsed));
  }

  private Opened patiently(int postgres, Set<String> first) throws DatabaseException {
    Duration limit = settings.lockWait();
    Backoff backoff = new Backoff(limit.compareTo(LONGEST_WAIT) < 0 ? limit : LONGEST_WAIT);
    long start = System.nanoTime();
    Set<String> passing = first;
    for (int tries = 1; ; tries++) {
      try {
        return open(postgres);
      } catch (DatabaseException e) {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Optional<Duration> pause =
            backoff.pause(tries, elapsed, false, ThreadLocalRandom.current().nextDouble());
        if (!passing.contains(e.refusal().code()) || pause.isEmpty()) {
          throw e;
        }
        passing = PASSING_AGAIN;
        sleep(pause.get(), e);
      }
    }
  }

  private static void sleep(Duration pause, DatabaseException before) throws DatabaseException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw before;
    }
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
        throw new DatabaseException(refusals.unreachable("the driver refuses its URL"));
      }
      return connection;
    } catch (SQLException e) {
      throw new DatabaseException(refusals.of(e), e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    settings.user().ifPresent(u -> PGProperty.USER.set(properties, u));
    settings.password().ifPresent(p -> PGProperty.PASSWORD.set(properties, p));
    PGProperty.APPLICATION_NAME.set(properties, APPLICATION);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    if (address.property(PGProperty.SOCKET_FACTORY).isEmpty()) {
      PGProperty.SOCKET_FACTORY.set(properties, ProbingSocketFactory.class.getName());
    }
    if (address.hosts().size() > 1 && !address.says(ServerAddress.TARGET)) {
      properties.setProperty(ServerAddress.TARGET, "primary");
    }
    return properties;
  }

  /** For a look only: one that does not answer is given up. */
  private Connection another(int secondsToAnswer) throws SQLException {
    Properties properties = properties();
    PGProperty.SOCKET_TIMEOUT.set(properties, secondsToAnswer);
    return new Driver().connect(settings.url(), properties);
  }

  private Opened inspect(Connection connection, int postgres)
      throws SQLException, DatabaseException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                // Nothing of a search_path that somebody else chose.
                "SELECT pg_catalog.version(),"
                    + " pg_catalog.current_setting('server_version_num')::pg_catalog.int4"
                    + " OPERATOR(pg_catalog./) 10000,"
                    + " pg_catalog.current_setting('server_version'),"
                    + " pg_catalog.current_database(),"
                    + " coalesce(pg_catalog.current_schema(), 'public'), current_user,"
                    + " pg_catalog.pg_backend_pid(), pg_catalog.has_function_privilege("
                    + "'pg_catalog.pg_control_system()', 'EXECUTE')")) {
      row.next();
      int major = row.getInt(2);
      String version = row.getString(3).split(" ", 2)[0];
      if (!row.getString(1).startsWith("PostgreSQL ")) {
        throw new DatabaseException(
            Refusal.of(
                "not-postgresql",
                "what answers at `" + address.text() + "` is not PostgreSQL: " + row.getString(1),
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
          Pooler.refusal(connection, row.getInt(7), this::another, address.text());
      if (pooler.isPresent()) {
        throw new DatabaseException(pooler.get());
      }
      String schema = settings.schema().orElse(row.getString(5));
      HostSpec reached = connection.unwrap(PgConnection.class).getQueryExecutor().getHostSpec();
      SessionSettings sessionSettings = SessionSettings.of(settings, schema, connection);
      Session session =
          new Session(
              connection,
              schema,
              row.getInt(7),
              sessionSettings.sql(),
              sessionSettings.deadlockTimeout());
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
            statement.executeQuery(
                "SELECT system_identifier FROM pg_catalog.pg_control_system()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is given up anyway, and why is said already.
    }
  }
}
