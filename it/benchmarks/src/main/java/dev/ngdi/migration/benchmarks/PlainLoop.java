package dev.ngdi.migration.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The least that a deploy can do: the statements, a row of the history each, a commit each. */
record PlainLoop(List<Change> changes) implements Tool {
  private static final String TABLE =
      """
      CREATE TABLE flyway_schema_history (
        installed_rank int PRIMARY KEY,
        version varchar(50),
        description varchar(200) NOT NULL,
        type varchar(20) NOT NULL,
        script varchar(1000) NOT NULL,
        checksum int,
        installed_by varchar(100) NOT NULL,
        installed_on timestamp NOT NULL DEFAULT now(),
        execution_time int NOT NULL,
        success boolean NOT NULL
      );
      CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
      """;

  private static final String ROW =
      "INSERT INTO flyway_schema_history VALUES (?, ?, ?, 'SQL', ?, ?, 'benchmark', now(), ?, true)";

  @Override
  public String name() {
    return "plain loop";
  }

  @Override
  public Deploy prepare(String url, Path directory) {
    return () -> deploy(url);
  }

  private Timing deploy(String url) throws SQLException {
    long start = System.nanoTime();
    long loop;
    try (Connection connection = DriverManager.getConnection(url)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(TABLE);
      }
      connection.setAutoCommit(false);
      long first = System.nanoTime();
      try (Statement statement = connection.createStatement();
          PreparedStatement row = connection.prepareStatement(ROW)) {
        for (int i = 0; i < changes.size(); i++) {
          apply(connection, statement, row, i);
        }
      }
      loop = System.nanoTime() - first;
    }
    return new Timing(System.nanoTime() - start, loop);
  }

  private void apply(Connection connection, Statement statement, PreparedStatement row, int index)
      throws SQLException {
    Change change = changes.get(index);
    long start = System.nanoTime();
    statement.execute(change.sql());
    row.setInt(1, index + 1);
    row.setString(2, change.version());
    row.setString(3, change.name());
    row.setString(4, change.name());
    row.setInt(5, change.sql().hashCode());
    row.setInt(6, (int) ((System.nanoTime() - start) / 1_000_000));
    row.executeUpdate();
    connection.commit();
  }
}
