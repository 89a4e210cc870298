package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A database with objects of one role, and another role that deploys. */
final class PrivilegeFixture {
  private static final String THEIRS =
      """
      CREATE TABLE account (id int PRIMARY KEY, name text);
      CREATE INDEX account_name_idx ON account (name);
      CREATE TABLE parent (id int);
      CREATE TABLE day (at date) PARTITION BY RANGE (at);
      CREATE TABLE day_one PARTITION OF day FOR VALUES FROM ('2026-01-01') TO ('2026-01-02');
      CREATE VIEW account_name AS SELECT name FROM account;
      CREATE MATERIALIZED VIEW account_count AS SELECT count(*) FROM account;
      CREATE SEQUENCE number;
      CREATE TYPE place AS (x int, y int);
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER touch BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE POLICY own ON account USING (true)
      """;

  /** What belongs to the user. */
  private static final String MINE =
      """
      CREATE TABLE mine (id int, account_id int);
      CREATE TABLE mine_too (at date)
      """;

  /** All that there is. */
  static final String BEFORE = THEIRS + ";" + MINE;

  private static final DeployRequest REQUEST = DeployRequest.PLAIN.from("20200101000000");

  private final TestDatabase database;
  private final String before;
  private final String owner;
  private final String user;

  PrivilegeFixture(Server server) {
    this(server, "");
  }

  /**
   * With more.
   *
   * @param more statements of the superuser, in which `%1$s` is the owner and `%2$s` the user
   */
  PrivilegeFixture(Server server, String more) {
    database = server.database();
    owner = "owner_" + database.name();
    user = "user_" + database.name();
    before = BEFORE + ";" + more.formatted(owner, user);
    as(
        "postgres",
        // As it is by itself from PostgreSQL 15 on.
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
            + " CREATE ROLE %1$s; CREATE ROLE %2$s LOGIN; GRANT ALL ON SCHEMA public TO %1$s, %2$s"
                .formatted(owner, user));
    as("postgres", "SET ROLE " + owner + ";" + THEIRS);
    as(user, MINE);
    as("postgres", more.formatted(owner, user));
  }

  String owner() {
    return owner;
  }

  String user() {
    return user;
  }

  void as(String role, String sql) {
    try (Connection connection = DriverManager.getConnection(database.url(), role, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** With the names of the owner, the user and the database. */
  String filled(String text) {
    return text.formatted(owner, user, database.name());
  }

  List<Refusal> refusals(String... scripts) throws DatabaseException {
    return refusalsAfter(before, scripts);
  }

  List<Refusal> refusalsAfter(String start, String... scripts) throws DatabaseException {
    return plan(start, scripts).refusals();
  }

  List<String> remarks(String... scripts) throws DatabaseException {
    return plan(before, scripts).remarks();
  }

  private Plan plan(String start, String... scripts) throws DatabaseException {
    Manifest manifest = Replayed.manifest(start, scripts);
    try (PostgresDatabase connected = database.connect(database.settings(user, ""))) {
      return new Engine(manifest, connected, Progress.NONE).plan(REQUEST);
    }
  }

  /** What the server says, without keeping what it did. */
  boolean serverTakes(String... scripts) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), user, "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(
          Stream.of(scripts).anyMatch(s -> s.contains("CONCURRENTLY") || s.startsWith("VACUUM")));
      for (String script : scripts) {
        statement.execute(script);
        statement.execute("RESET ROLE; RESET search_path");
      }
      return true;
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /**
   * The server and the plan refuse a statement for one reason, and neither does after what is said
   * to do about it.
   *
   * @param granted what the user has before, as behind {@code GRANT}; or empty
   * @param reason what the statement needs, in which `%1$s` is the owner, `%2$s` the user and
   *     `%3$s` the database
   */
  void lacksOnly(String granted, String statement, String reason) throws Exception {
    try (Grant first = new Grant(granted)) {
      assertThat(serverTakes(statement)).as("server takes it without").isFalse();
      List<Refusal> refusals = refusals(statement);
      assertThat(refusals)
          .singleElement()
          .satisfies(refusal -> assertThat(refusal.message()).endsWith(" needs " + filled(reason)));
      try (Grant typed = new Grant(grant(refusals.get(0)))) {
        assertThat(refusals(statement)).as("refused after " + typed.privilege).isEmpty();
        assertThat(serverTakes(statement)).as("server takes it after " + first.privilege).isTrue();
      }
    }
  }

  /** Neither the plan nor the server refuses a statement. */
  void takes(String granted, String statement) throws Exception {
    try (Grant given = new Grant(granted)) {
      assertThat(refusals(statement)).as("refused with " + given.privilege).isEmpty();
      assertThat(serverTakes(statement)).as("server takes it").isTrue();
    }
  }

  /** What is to be typed, without its first word. */
  private static String grant(Refusal refusal) {
    return Stream.of(refusal.whatToDo().split("`", -1))
        .filter(typed -> typed.startsWith("GRANT "))
        .findFirst()
        .orElseThrow()
        .substring("GRANT ".length());
  }

  /** Each line of a table on each server that knows its statement: `MERGE` came with 15. */
  static Stream<Arguments> onEach(List<List<String>> table) {
    return table.stream()
        .flatMap(
            line ->
                Stream.of(Server.values())
                    .filter(
                        server ->
                            server.major() >= 15
                                || line.stream().noneMatch(text -> text.startsWith("MERGE")))
                    .map(
                        server ->
                            Arguments.of(
                                Stream.concat(Stream.of(server), line.stream()).toArray())));
  }

  /** Something granted for a while. */
  private final class Grant implements AutoCloseable {
    private final String privilege;

    Grant(String privilege) {
      this.privilege =
          privilege.contains(" TO ") || privilege.isEmpty()
              ? privilege.formatted(owner, user)
              : privilege.formatted(owner, user) + " TO " + user;
      if (!this.privilege.isEmpty()) {
        as("postgres", "GRANT " + this.privilege);
      }
    }

    @Override
    public void close() {
      if (!privilege.isEmpty()) {
        String from = privilege.replaceFirst(" WITH .*", "").replaceFirst(" TO ", " FROM ");
        as("postgres", "REVOKE " + from);
      }
    }
  }
}
