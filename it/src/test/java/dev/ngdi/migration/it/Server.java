package dev.ngdi.migration.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The PostgreSQL server of all scenarios, started by the first that needs it and stopped with the
 * build. Each scenario has a database of its own, named after it.
 */
public final class Server {
  /** A role that has to give its password; the scenario that uses it creates it. */
  public static final String GUARDED = "guarded";

  private static final String USER = "postgres";

  private Server() {}

  private static final class Holder {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        demandPassword(server);
        return server;
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("the scenarios' server does not start", e);
      }
    }
  }

  /** Nobody needs a password here, except the role {@link #GUARDED}. */
  private static void demandPassword(EmbeddedPostgres server) throws IOException, SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      Path rules;
      try (ResultSet result = statement.executeQuery("SHOW hba_file")) {
        result.next();
        rules = Path.of(result.getString(1));
      }
      String first = "host all " + GUARDED + " all scram-sha-256\n";
      Files.writeString(rules, first + Files.readString(rules));
      statement.execute("SELECT pg_reload_conf()");
    }
  }

  /**
   * Makes a scenario's database, and has the scenario's build work on it: {@code test.properties}
   * then holds {@code db.url} and {@code db.user}.
   *
   * @param basedir the scenario's directory
   */
  public static void createDatabase(File basedir) throws IOException, SQLException {
    execute("postgres", "CREATE DATABASE " + database(basedir));
    Files.writeString(
        basedir.toPath().resolve("test.properties"),
        "db.url=%s%ndb.user=%s%n".formatted(url(database(basedir)), USER));
  }

  /**
   * Has the scenario's build sign in as somebody else than the superuser.
   *
   * @param password empty for none
   */
  public static void signIn(File basedir, String user, String password) throws IOException {
    Files.writeString(
        basedir.toPath().resolve("test.properties"),
        "db.user=%s%ndb.password=%s%n".formatted(user, password),
        StandardOpenOption.APPEND);
  }

  /** Runs SQL in a scenario's database, as superuser. */
  public static void execute(File basedir, String sql) throws SQLException {
    execute(database(basedir), sql);
  }

  static Connection connect(File basedir) throws SQLException {
    return connect(database(basedir));
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, "");
  }

  private static String url(String database) {
    return "jdbc:postgresql://localhost:" + Holder.SERVER.getPort() + "/" + database;
  }

  private static String database(File basedir) {
    return basedir.getName().replace('-', '_');
  }
}
