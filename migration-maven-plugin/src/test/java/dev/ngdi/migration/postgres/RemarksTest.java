package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Fixtures;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What should be known before a plan runs is said in one line each, and the plan goes on. */
class RemarksTest {
  private static final String BEFORE = "CREATE TABLE account (id int, name text)";
  private static final String ADD = "ALTER TABLE account ADD COLUMN note text";
  private static final String INDEX = "CREATE INDEX CONCURRENTLY name_idx ON account (name)";
  private static final DeployRequest REQUEST = DeployRequest.PLAIN.from("20200101000000");

  @ParameterizedTest
  @EnumSource
  void eventTriggersThatAreEnabled(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(
        "CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT"
            + " TRIGGER all_of_it ON ddl_command_end EXECUTE FUNCTION watch(); CREATE EVENT TRIGGER"
            + " drops ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW') EXECUTE FUNCTION watch();"
            + " CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION watch(); ALTER EVENT TRIGGER"
            + " off DISABLE");

    Outcome outcome = deploy(database, Replayed.manifest("", "CREATE TABLE made (id int)"));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.plan().remarks())
        .containsExactly(
            "the event trigger `all_of_it` runs `public.watch()` on `ddl_command_end`",
            "the event trigger `drops` runs `public.watch()` on `sql_drop` of DROP TABLE, DROP VIEW");
  }

  @ParameterizedTest
  @EnumSource
  void invalidIndexesOfTablesThatAreTouched(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    database.execute("INSERT INTO account VALUES (1, 'a'), (1, 'a'); CREATE TABLE other (id int)");
    failing(database, "CREATE UNIQUE INDEX CONCURRENTLY twice_idx ON account (id)");
    database.execute("CREATE INDEX rebuilt ON account (name)");
    database.execute(
        "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'rebuilt'::regclass; ALTER INDEX"
            + " rebuilt RENAME TO rebuilt_ccnew; CREATE INDEX elsewhere ON other (id); UPDATE"
            + " pg_index SET indisvalid = false WHERE indexrelid = 'elsewhere'::regclass");

    List<String> remarks = remarks(database, ADD);

    assertThat(remarks)
        .containsExactly(
            "the index `rebuilt_ccnew` of `account` is invalid, so no query uses it: drop it with"
                + " `DROP INDEX CONCURRENTLY rebuilt_ccnew`",
            "the index `twice_idx` of `account` is invalid, so no query uses it: build it anew with"
                + " `REINDEX INDEX CONCURRENTLY twice_idx`, or drop it with `DROP INDEX CONCURRENTLY"
                + " twice_idx`");
    for (String typed : List.of("rebuilt_ccnew", "twice_idx")) {
      database.execute("DROP INDEX CONCURRENTLY " + typed);
    }
    assertThat(remarks(database, ADD)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anInvalidIndexThatThePlanDrops(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    database.execute("INSERT INTO account VALUES (1, 'a'), (1, 'a')");
    failing(database, "CREATE UNIQUE INDEX CONCURRENTLY twice_idx ON account (id)");
    String before = BEFORE + "; CREATE UNIQUE INDEX twice_idx ON account (id)";

    assertThat(
            plan(database, Replayed.manifest(before, "DROP INDEX CONCURRENTLY twice_idx"))
                .remarks())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLongTransactionWithALockInTheWay(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    try (Connection holder = database.open();
        Statement statement = holder.createStatement()) {
      statement.execute("SET application_name = 'report'");
      holder.setAutoCommit(false);
      statement.execute("INSERT INTO   account\nVALUES (1, '" + "x".repeat(100) + "')");
      String pid = pid(holder);
      String since = since(database, pid);

      assertThat(waits(database, ADD))
          .containsExactly(
              "a transaction open since "
                  + since
                  + " UTC holds row exclusive on account: process "
                  + pid
                  + ", user `postgres`, application `report`, idle in transaction, query `SELECT"
                  + " pg_backend_pid()`; end it with `SELECT pg_terminate_backend("
                  + pid
                  + ")`, or wait");
      statement.execute("INSERT INTO   account\nVALUES (1, '" + "x".repeat(100) + "')");
      assertThat(waits(database, ADD).get(0))
          .contains(", query `INSERT INTO account VALUES (1, '" + "x".repeat(48) + "`;");
      assertThat(waits(database, "INSERT INTO account VALUES (2, 'b')"))
          .as("which does not conflict")
          .isEmpty();
      assertThat(remarks(database, ADD)).as("not a minute old").isEmpty();
    }
    assertThat(waits(database, ADD)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aLongTransactionThatKeepsASnapshotFromAConcurrentBuild(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    try (Connection reader = database.open();
        Statement statement = reader.createStatement()) {
      reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      reader.setAutoCommit(false);
      statement.execute("SELECT 1");
      String pid = pid(reader);

      assertThat(waits(database, INDEX))
          .containsExactly(
              "a transaction open since "
                  + since(database, pid)
                  + " UTC keeps a snapshot that a concurrent index build waits for: process "
                  + pid
                  + ", user `postgres`, application `PostgreSQL JDBC Driver`, idle in transaction,"
                  + " query `SELECT pg_backend_pid()`; end it with `SELECT pg_terminate_backend("
                  + pid
                  + ")`, or wait");
      assertThat(waits(database, ADD)).isEmpty();
      assertThat(blockers(database, INDEX)).containsExactly(pid);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderDoesNotHoldUpAConcurrentBuildOnceItsSnapshotIsGone(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    try (Connection reader = database.open();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT * FROM account");
      assertThat(waits(database, INDEX)).as("the driver has not closed the query yet").hasSize(1);
      statement.execute("SET LOCAL work_mem = '4MB'");

      assertThat(waits(database, INDEX)).isEmpty();
      database.execute(INDEX);
      assertThat(
              waits(
                      database,
                      "DROP INDEX CONCURRENTLY name_idx",
                      BEFORE + ";" + "CREATE INDEX name_idx ON account (name)")
                  .get(0))
          .contains("holds access share on account: process " + pid(reader));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPreparedTransactionWithALockInTheWay(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(BEFORE);
    database.execute(
        "BEGIN; INSERT INTO account VALUES (1, 'a'); PREPARE TRANSACTION 'order''s 7'");
    String since =
        database
            .rows(
                "SELECT to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') FROM"
                    + " pg_prepared_xacts WHERE database = current_database()")
            .get(0);

    try {
      assertThat(waits(database, ADD))
          .containsExactly(
              "the transaction `order's 7` of user `postgres`, prepared "
                  + since
                  + " UTC, holds row exclusive on account: end it with `COMMIT PREPARED 'order''s 7'`"
                  + " or `ROLLBACK PREPARED 'order''s 7'`");
      assertThat(waits(database, INDEX)).hasSize(1);
      assertThat(remarks(database, ADD)).as("not a minute old").isEmpty();
    } finally {
      database.execute("ROLLBACK PREPARED 'order''s 7'");
    }
    assertThat(waits(database, ADD)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheUserMayNotLookAtIsNoReasonToStop(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(
        "CREATE ROLE plain_%1$s LOGIN; CREATE SCHEMA own AUTHORIZATION plain_%1$s; REVOKE SELECT ON"
                .formatted(database.name())
            + " pg_event_trigger, pg_prepared_xacts, pg_replication_slots FROM PUBLIC");
    ConnectionSettings settings =
        ConnectionSettings.of(
            database.url(),
            Optional.of("plain_" + database.name()),
            Optional.empty(),
            Optional.of("own"));

    try (PostgresDatabase connected = database.connect(settings)) {
      Outcome outcome =
          new Engine(Replayed.manifest("", BEFORE, ADD), connected, Progress.NONE)
              .deploy(DeployRequest.PLAIN);

      assertThat(outcome.succeeded()).isTrue();
      assertThat(outcome.plan().remarks()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void transactionsOfOthersAreSeenByWhoMaySeeThem(Server server) throws Exception {
    TestDatabase database = server.database();
    String user = "user_" + database.name();
    database.execute(BEFORE + "; CREATE ROLE " + user + " LOGIN");
    Manifest manifest = Replayed.manifest(BEFORE, ADD);
    try (Connection holder = database.open();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("INSERT INTO account VALUES (1, 'a')");

      assertThat(waits(database.settings(user, ""), manifest)).isEmpty();
      database.execute("GRANT pg_read_all_stats TO " + user);
      assertThat(waits(database.settings(user, ""), manifest)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDatabaseInLatin1(Server server) throws DatabaseException {
    TestDatabase database =
        server.database("TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'");
    String held = "CREATE TABLE street (name text DEFAULT 'Straße')";

    Plan refused =
        plan(
            database,
            Replayed.manifest(
                "",
                held,
                "COMMENT ON TABLE street IS '5 € – ß'",
                "COMMENT ON COLUMN street.name IS '道 \uD83D\uDE00 €'"));

    assertThat(refused.refusals())
        .containsExactly(
            Refusal.of(
                "encoding-lacks-characters",
                Fixtures.id(2),
                "the database is in LATIN1, which does not have `–` (U+2013), `€` (U+20AC)",
                "write it without them, or move to a database that is made with `ENCODING 'UTF8'`"),
            Refusal.of(
                "encoding-lacks-characters",
                Fixtures.id(3),
                "the database is in LATIN1, which does not have `€` (U+20AC), `道` (U+9053), `\uD83D\uDE00`"
                    + " (U+1F600)",
                "write it without them, or move to a database that is made with `ENCODING 'UTF8'`"));
    assertThat(failing(database, "SELECT '5 €'")).isEqualTo("22P05");
    Outcome outcome = deploy(database, Replayed.manifest("", held));
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.plan().remarks())
        .containsExactly(
            "the database is in LATIN1, to which the scripts' characters outside ASCII are"
                + " converted");
    database.execute("INSERT INTO street DEFAULT VALUES");
    assertThat(database.rows("SELECT name FROM street")).containsExactly("Straße");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF8", "SQL_ASCII", "LATIN1"})
  void scriptsInAsciiAreRightForEveryEncoding(String encoding) throws DatabaseException {
    TestDatabase database =
        Server.NEWEST.database(
            "TEMPLATE template0 ENCODING '%s' LC_COLLATE 'C' LC_CTYPE 'C'".formatted(encoding));

    Outcome outcome = deploy(database, Replayed.manifest("", BEFORE));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.plan().remarks()).isEmpty();
  }

  private static Outcome deploy(TestDatabase database, Manifest manifest) throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest, connected, Progress.NONE).deploy(REQUEST);
    }
  }

  private static Plan plan(TestDatabase database, Manifest manifest) throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest, connected, Progress.NONE).plan(REQUEST);
    }
  }

  private static List<String> remarks(TestDatabase database, String script)
      throws DatabaseException {
    Plan plan = plan(database, Replayed.manifest(BEFORE, script));
    assertThat(plan.refusals()).isEmpty();
    return plan.remarks();
  }

  private static List<String> waits(TestDatabase database, String script) throws Exception {
    return waits(database, script, BEFORE);
  }

  private static List<String> waits(TestDatabase database, String script, String before)
      throws Exception {
    return waits(database.settings(), Replayed.manifest(before, script));
  }

  /** As if every transaction were a long one. */
  private static List<String> waits(ConnectionSettings settings, Manifest manifest)
      throws Exception {
    List<Step> steps = manifest.migrations().stream().<Step>map(Step.Apply::new).toList();
    Plan plan = new Plan(Direction.UP, false, Optional.empty(), steps, List.of(), List.of());
    Session session = Connector.open(settings, 14).session();
    try (Connection closed = session.connection()) {
      assertThat(closed.isValid(5)).isTrue();
      return LongTransactions.remarks(
          plan, TouchedRelation.of(plan, session), session, Duration.ZERO);
    }
  }

  /** Who a statement really waits for. */
  private static List<String> blockers(TestDatabase database, String sql) throws Exception {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      String pid = pid(connection);
      Thread building =
          new Thread(
              () -> {
                try {
                  statement.execute("SET statement_timeout = '60s'");
                  statement.execute(sql);
                } catch (SQLException e) {
                  // It is cancelled below.
                }
              });
      building.start();
      // A build also waits for the moment's snapshot of who looks.
      String waitedFor =
          "SELECT by FROM unnest(pg_blocking_pids(" + pid + ")) by WHERE by <> pg_backend_pid()";
      List<String> blockers = database.rows(waitedFor);
      while (blockers.isEmpty() && building.isAlive()) {
        blockers = database.rows(waitedFor);
      }
      statement.cancel();
      building.join();
      return blockers;
    }
  }

  private static String pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static String since(TestDatabase database, String pid) {
    return database
        .rows(
            "SELECT to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') FROM"
                + " pg_stat_activity WHERE pid = "
                + pid)
        .get(0);
  }

  /** The state of the error. */
  private static String failing(TestDatabase database, String sql) {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
