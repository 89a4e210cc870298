package dev.ngdi.migration.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A PostgreSQL of its own, as the embedded one comes. */
final class Server implements AutoCloseable {
  private static final String USER = "postgres";
  private static final List<String> TOLD =
      List.of(
          "fsync",
          "synchronous_commit",
          "full_page_writes",
          "shared_buffers",
          "max_wal_size",
          "deadlock_timeout");

  private final EmbeddedPostgres postgres;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /** Starts one with settings besides those that it comes with. */
  static Server start(Map<String, String> settings) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    settings.forEach(builder::setServerConfig);
    return new Server(builder.start());
  }

  int port() {
    return postgres.getPort();
  }

  /** A URL with the user in it. */
  String url(String database) {
    return url(port(), database);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + USER;
  }

  /** Makes a database anew, with options of {@code CREATE DATABASE}. */
  void create(String database, String options) throws SQLException {
    drop(database);
    execute(USER, "CREATE DATABASE " + database + " " + options);
  }

  void drop(String database) throws SQLException {
    execute(USER, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
  }

  void execute(String database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(database));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Its version and the settings that its speed depends on. */
  String describe() throws SQLException {
    StringBuilder told = new StringBuilder("PostgreSQL ").append(show("server_version"));
    for (String setting : TOLD) {
      told.append(", ").append(setting).append('=').append(show(setting));
    }
    return told.toString();
  }

  private String show(String setting) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(USER));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
