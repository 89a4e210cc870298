package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A database of a test, and what tests do with it. */
record TestDatabase(int port, String name) {
  static final Origin ORIGIN = new Origin("migration 0.1", "ann@ci", Optional.of("1f0c2d3"));

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/" + name;
  }

  ConnectionSettings settings() {
    return ConnectionSettings.of(
        url(), Optional.of("postgres"), Optional.empty(), Optional.of("public"));
  }

  ConnectionSettings settings(String user, String password) {
    return ConnectionSettings.of(url(), Optional.of(user), Optional.of(password), Optional.empty());
  }

  ConnectionSettings waiting(Duration limit) {
    return limited(limit, ConnectionSettings.LOCK_TIMEOUT, Duration.ZERO);
  }

  ConnectionSettings limited(Duration lockWait, Duration lockTimeout, Duration statementTimeout) {
    return new ConnectionSettings(
        url(),
        Optional.of("postgres"),
        Optional.empty(),
        Optional.of("public"),
        lockWait,
        lockTimeout,
        statementTimeout);
  }

  PostgresDatabase connect() throws DatabaseException {
    return connect(settings());
  }

  PostgresDatabase connect(ConnectionSettings settings) throws DatabaseException {
    return connect(
        settings,
        m -> {
          throw new ClassNotFoundException(m.className());
        });
  }

  PostgresDatabase connect(ConnectionSettings settings, MigrationCodes codes)
      throws DatabaseException {
    return PostgresDatabase.connect(settings, 14, ORIGIN, codes);
  }

  Outcome deploy(Manifest manifest) throws DatabaseException {
    return deploy(manifest, DeployRequest.PLAIN);
  }

  Outcome deploy(Manifest manifest, DeployRequest request) throws DatabaseException {
    try (PostgresDatabase database = connect()) {
      return new Engine(manifest, database, Progress.NONE).deploy(request);
    }
  }

  /** Deploys in a thread of its own. */
  static CompletableFuture<Outcome> deployAside(
      PostgresDatabase connected, Manifest manifest, Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new Engine(manifest, connected, progress).deploy(DeployRequest.PLAIN);
          } catch (DatabaseException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }

  Outcome down(Manifest manifest, DownRequest request) throws DatabaseException {
    try (PostgresDatabase database = connect()) {
      return new Engine(manifest, database, Progress.NONE).down(request);
    }
  }

  List<MigrationStatus> status(Manifest manifest) throws DatabaseException {
    try (PostgresDatabase database = connect()) {
      return new Engine(manifest, database, Progress.NONE).status(Optional.empty());
    }
  }

  List<AppliedMigration> history() throws DatabaseException {
    try (PostgresDatabase database = connect()) {
      return database.history();
    }
  }

  /** Drops it, whoever is connected. */
  void drop() {
    new TestDatabase(port, "postgres").execute("DROP DATABASE " + name + " WITH (FORCE)");
  }

  Connection open() {
    try {
      return DriverManager.getConnection(url(), "postgres", "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The rows of a query, the columns parted by {@code |}. */
  List<String> rows(String sql) {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a query returns a row. */
  void await(String query) {
    execute(
        "SET statement_timeout = '60s'; DO $$ BEGIN WHILE NOT EXISTS ("
            + query
            + ") LOOP PERFORM pg_sleep(0.02), pg_stat_clear_snapshot(); END LOOP; END $$");
  }

  /** The tables of the schema, ours left out. */
  List<String> tables() {
    return rows(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            + " AND relname NOT IN ('flyway_schema_history', 'migration_journal') ORDER BY 1");
  }

  List<String> historyRows() {
    return rows(
        "SELECT installed_rank, version, description, type, script, checksum, success FROM"
            + " flyway_schema_history ORDER BY installed_rank");
  }

  List<String> journalRows() {
    return rows(
        "SELECT id, direction, outcome, installed_rank, way_back FROM migration_journal ORDER BY"
            + " attempt");
  }
}
