package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.sql.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rules' pages state of PostgreSQL, asked of PostgreSQL. */
class StatedFactsTest {
  private static final String TABLES =
      "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE INDEX t_a_idx ON t (a); CREATE TABLE p (k"
          + " int) PARTITION BY RANGE (k); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO"
          + " (9)";
  private static final String LOCK_OF_ANOTHER =
      "SELECT mode FROM pg_locks WHERE relation = 't'::regclass AND granted AND mode ="
          + " 'ShareUpdateExclusiveLock'";

  @ParameterizedTest
  @EnumSource
  void buildingAnIndexLocksOutWriters(Server server) throws SQLException {
    assertThat(locksOf(server, "CREATE INDEX i ON t (a)")).containsExactly("ShareLock");
  }

  @ParameterizedTest
  @EnumSource
  void droppingAnIndexLocksOutEverybody(Server server) throws SQLException {
    assertThat(locksOf(server, "DROP INDEX t_a_idx")).containsExactly("AccessExclusiveLock");
  }

  @ParameterizedTest
  @EnumSource
  void buildingAnIndexConcurrentlyLetsWritersThrough(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(TABLES);
    try (Connection writer = database.open();
        Statement writing = writer.createStatement()) {
      writer.setAutoCommit(false);
      writing.execute("INSERT INTO t VALUES (1, 1)");
      CompletableFuture<Void> building =
          CompletableFuture.runAsync(
              () -> database.execute("CREATE INDEX CONCURRENTLY i ON t (a)"),
              task -> new Thread(task).start());
      // It waits for the writer's transaction to end, and holds its lock meanwhile.
      database.execute(
          "SET statement_timeout = '60s'; DO $$ BEGIN WHILE NOT EXISTS ("
              + LOCK_OF_ANOTHER
              + ") LOOP PERFORM pg_sleep(0.02); END LOOP; END $$");
      database.execute("SET lock_timeout = '5s'; INSERT INTO t VALUES (2, 2)");
      writer.commit();
      building.get(60, TimeUnit.SECONDS);
    }
    assertThat(database.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
        .containsExactly("t");
  }

  static Stream<Arguments> statementsOutsideTransactions() {
    return Stream.of(
            "CREATE INDEX CONCURRENTLY i ON t (a)",
            "DROP INDEX CONCURRENTLY t_a_idx",
            "REINDEX INDEX CONCURRENTLY t_a_idx",
            "REINDEX (CONCURRENTLY) TABLE t",
            "REINDEX SCHEMA public",
            "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY",
            "VACUUM t",
            "ALTER SYSTEM SET work_mem = '4MB'",
            "CREATE DATABASE never_made",
            "DROP DATABASE never_made",
            "DISCARD ALL")
        .flatMap(sql -> Stream.of(Server.values()).map(server -> Arguments.of(server, sql)));
  }

  @ParameterizedTest
  @MethodSource("statementsOutsideTransactions")
  void whatWeRunOutsideTransactionsIsRefusedInThem(Server server, String sql) {
    assertThat(Script.parse(sql).runsInTransaction()).isFalse();
    assertThatThrownBy(() -> locksOf(server, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25001"));
  }

  static Stream<Arguments> statementsInsideTransactions() {
    return Stream.of(
            "REINDEX INDEX t_a_idx",
            "ALTER TABLE p DETACH PARTITION p1",
            "ANALYZE t",
            "CREATE TYPE mood AS ENUM ('good'); ALTER TYPE mood ADD VALUE 'bad'",
            "DISCARD TEMP")
        .flatMap(sql -> Stream.of(Server.values()).map(server -> Arguments.of(server, sql)));
  }

  @ParameterizedTest
  @MethodSource("statementsInsideTransactions")
  void whatWeRunInTransactionsIsTakenInThem(Server server, String sql) throws SQLException {
    assertThat(Script.parse(sql).runsInTransaction()).isTrue();
    assertThat(locksOf(server, sql)).isNotNull();
  }

  /** The locks on the table that a statement leaves its transaction with. */
  private static List<String> locksOf(Server server, String sql) throws SQLException {
    TestDatabase database = server.database();
    database.execute(TABLES);
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(sql);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT array_agg(mode ORDER BY mode) FROM pg_locks WHERE pid = pg_backend_pid() AND"
                  + " relation = 't'::regclass")) {
        row.next();
        return row.getArray(1) == null ? List.of() : List.of((String[]) row.getArray(1).getArray());
      }
    }
  }
}
