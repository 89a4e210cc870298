package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.TableSize;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan says about how big the tables are that it locks. */
class TableSizesTest {
  private static final String BEFORE =
      """
      CREATE TABLE account (id int PRIMARY KEY, name text);
      CREATE TABLE fresh (id int);
      CREATE TABLE reading (id int, taken date) PARTITION BY RANGE (taken);
      CREATE TABLE reading_old PARTITION OF reading FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      CREATE TABLE reading_new PARTITION OF reading FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      CREATE TABLE bare (id int) PARTITION BY LIST (id);
      CREATE VIEW named AS SELECT name FROM account;
      """;
  private static final String ALTER_ALL =
      """
      ALTER TABLE account ADD COLUMN note text;
      ALTER TABLE fresh ADD COLUMN note text;
      ALTER TABLE reading ADD COLUMN note text;
      ALTER TABLE bare ADD COLUMN note text;
      DROP VIEW named;
      CREATE TABLE made (id int);
      """;

  @ParameterizedTest
  @EnumSource
  void asTheServerLastCountedThem(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    database.execute(
        "INSERT INTO account SELECT n, 'somebody' FROM generate_series(1, 5000) n; INSERT INTO"
            + " reading SELECT n, '2025-05-05' FROM generate_series(1, 300) n");
    database.execute("ANALYZE account, reading_old");

    assertThat(plan(database).sizes())
        .containsOnlyKeys("account", "fresh", "reading", "reading_old", "reading_new", "bare")
        .containsEntry("account", Optional.of(new TableSize(5_000, bytes(database, "account"))))
        .containsEntry("fresh", Optional.empty())
        .containsEntry("reading", Optional.of(new TableSize(300, bytes(database, "reading_old"))))
        .containsEntry("reading_new", Optional.empty())
        .containsEntry("bare", Optional.of(new TableSize(0, 0)));
  }

  @ParameterizedTest
  @EnumSource
  void whileSomebodyHasOneLocked(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    database.execute("INSERT INTO account VALUES (1, 'somebody')");
    database.execute("ANALYZE account");
    try (Connection other = database.open();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE account");

      assertThat(plan(database).sizes())
          .hasEntrySatisfying(
              "account", size -> assertThat(size.orElseThrow().rows()).isEqualTo(1));
    }
  }

  private static Plan plan(TestDatabase database) throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(Replayed.manifest(BEFORE, ALTER_ALL), connected, Progress.NONE)
          .plan(DeployRequest.PLAIN.from("20200101000000"));
    }
  }

  /** What its table, its indexes and its long values take, each without its maps of free space. */
  private static long bytes(TestDatabase database, String table) {
    return Long.parseLong(
        database
            .rows(
                "SELECT pg_relation_size(oid) + coalesce(sum(pg_relation_size(indexrelid)), 0) +"
                    + " CASE reltoastrelid WHEN 0 THEN 0 ELSE 8192 END FROM pg_class LEFT JOIN"
                    + " pg_index ON indrelid = oid WHERE relname = '"
                    + table
                    + "' GROUP BY oid")
            .get(0));
  }
}
