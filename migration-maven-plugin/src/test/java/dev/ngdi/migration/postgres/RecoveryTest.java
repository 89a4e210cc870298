package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static dev.ngdi.migration.engine.Fixtures.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run does about what an earlier one has left half done. */
class RecoveryTest {
  private static final Manifest BUILDING =
      manifest(
          table(1),
          outside(
              id(2),
              "CREATE UNIQUE INDEX CONCURRENTLY one_idx ON table_one (id) WHERE id > 2",
              "DROP INDEX CONCURRENTLY one_idx"));

  @ParameterizedTest
  @EnumSource
  void anIndexThatWasLeftInvalidIsDroppedAndBuiltAgain(Server server) throws Exception {
    TestDatabase database = server.database();
    String table = "CREATE TABLE table_one (id int)";
    Manifest building =
        Replayed.manifest("", table, "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)");
    database.deploy(Replayed.manifest("", table));

    killWhileItWaits(database, building, "INSERT INTO table_one VALUES (1)");

    assertThat(validity(database, "one_idx")).isEqualTo("f");
    assertGoesOn(
        database, building, "the index `one_idx` was left invalid: it is dropped and built again");
    assertThat(validity(database, "one_idx")).isEqualTo("t");
  }

  @ParameterizedTest
  @EnumSource
  void anIndexThatWasBuiltAllTheSameCountsAsBuilt(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Killed.deployAt(database, BUILDING, "CREATE UNIQUE INDEX", 1);
    database.execute(
        "CREATE UNIQUE INDEX one_idx ON public.table_one USING btree (\"id\" ASC) WHERE (id > '2')");
    String built = database.rows("SELECT 'one_idx'::regclass::oid").get(0);

    assertGoesOn(
        database,
        BUILDING,
        "the index `one_idx` is there, valid and as it is wanted, so that it counts as built");
    assertThat(database.rows("SELECT 'one_idx'::regclass::oid")).containsExactly(built);
  }

  @ParameterizedTest
  @EnumSource
  void anotherIndexOfThatNameIsLeftAlone(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Killed.deployAt(database, BUILDING, "CREATE UNIQUE INDEX", 1);
    database.execute("CREATE UNIQUE INDEX one_idx ON table_one (id) WHERE id > 3");

    Outcome outcome = database.deploy(BUILDING);

    assertThat(outcome.plan().refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.message())
                  .endsWith(
                      ": another index `one_idx` is there than the one that is wanted: `CREATE UNIQUE"
                          + " INDEX one_idx ON public.table_one USING btree (id) WHERE (id > 3)`");
              assertThat(r.whatToDo()).contains("`mvn db:resolve -Ddb.id=" + id(2));
            });
    assertThat(database.rows("SELECT count(*) FROM pg_class WHERE relname = 'one_idx'"))
        .containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource
  void aUniqueIndexIsBuiltWhenItsDuplicatesAreGone(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    database.execute("INSERT INTO table_one VALUES (7), (7)");

    Outcome refused = database.deploy(BUILDING);
    Outcome again = database.deploy(BUILDING);

    assertThat(refused.failure().orElseThrow().effect()).isEqualTo(Effect.PARTIAL);
    assertThat(again.failure().orElseThrow().detail())
        .isEqualTo("detail: Key (id)=(7) is duplicated.");
    assertThat(database.historyRows()).as("one row for all that failed").hasSize(2);
    database.execute("DELETE FROM table_one WHERE ctid = '(0,1)'");
    assertGoesOn(
        database, BUILDING, "the index `one_idx` was left invalid: it is dropped and built again");
    assertThat(validity(database, "one_idx")).isEqualTo("t");
  }

  @ParameterizedTest
  @EnumSource
  void aDropIsFinishedByTheNextDown(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(BUILDING);
    Killed.downAt(database, BUILDING, "DROP INDEX", 1);

    assertThat(database.deploy(BUILDING).plan().refusals())
        .singleElement()
        .extracting(Refusal::whatToDo)
        .isEqualTo("go on with `mvn db:down` first, which is safe");
    Outcome down = database.down(BUILDING, new DownRequest.Steps(1));

    assertThat(down.succeeded()).isTrue();
    assertThat(down.plan().remarks())
        .containsExactly(
            "`"
                + id(2)
                + "` was begun to be taken back: the index `one_idx` is still there: it is dropped");
    assertThat(database.rows("SELECT to_regclass('one_idx')")).containsExactly("null");
    assertThat(database.deploy(BUILDING).done()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDropThatTookEffectIsRecorded(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(BUILDING);
    Killed.downAt(database, BUILDING, "DROP INDEX", 1);
    database.execute("DROP INDEX one_idx");

    Outcome down = database.down(BUILDING, new DownRequest.Steps(1));

    assertThat(down.succeeded()).isTrue();
    assertThat(down.plan().remarks())
        .containsExactly("`" + id(2) + "` was begun to be taken back: the index it drops is gone");
    assertThat(database.historyRows()).last().asString().contains("|DELETE|");
  }

  @ParameterizedTest
  @EnumSource
  void aHalfDetachedPartitionIsFinished(Server server) throws Exception {
    TestDatabase database = server.database();
    Manifest detaching =
        manifest(
            migration(
                id(1),
                "CREATE TABLE reading (day date) PARTITION BY RANGE (day);\n"
                    + "CREATE TABLE reading_old PARTITION OF reading FOR VALUES FROM (MINVALUE) TO"
                    + " ('2020-01-01')",
                "DROP TABLE reading"),
            outside(
                id(2),
                "ALTER TABLE reading DETACH PARTITION reading_old CONCURRENTLY",
                "SELECT 1"));
    database.deploy(manifest(detaching.migrations().get(0)));

    killWhileItWaits(database, detaching, "SELECT FROM reading");

    assertThat(database.rows("SELECT inhdetachpending FROM pg_inherits")).containsExactly("t");
    assertGoesOn(
        database, detaching, "the partition `reading_old` is half detached: that is finished");
    assertThat(database.rows("SELECT count(*) FROM pg_inherits")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void anEnumsValueIsAddedOnce(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest adding =
        manifest(
            migration(id(1), "CREATE TYPE colour AS ENUM ('red')", "DROP TYPE colour"),
            outside(id(2), "ALTER TYPE colour ADD VALUE 'green'", "SELECT 1"));
    Killed.deployAt(database, adding, "ALTER TYPE", 1);
    TestDatabase other = server.database();
    Killed.deployAt(other, adding, "ALTER TYPE", 1);
    other.execute("ALTER TYPE colour ADD VALUE 'green'");

    assertGoesOn(database, adding, "the value `green` of `colour` is not there: it is added");
    assertGoesOn(other, adding, "the value `green` of `colour` is there");
    assertThat(database.rows("SELECT enum_range(NULL::colour)")).containsExactly("{red,green}");
  }

  @ParameterizedTest
  @EnumSource
  void whatARebuildLeftIsDroppedAndItIsRunAgain(Server server) throws Exception {
    TestDatabase database = server.database();
    Manifest rebuilding =
        manifest(
            migration(
                id(1),
                "CREATE TABLE table_one (id int);\nCREATE INDEX one_idx ON table_one (id)",
                "DROP TABLE table_one"),
            outside(id(2), "REINDEX INDEX CONCURRENTLY one_idx", "SELECT 1"));
    database.deploy(manifest(rebuilding.migrations().get(0)));

    killWhileItWaits(database, rebuilding, "INSERT INTO table_one VALUES (1)");

    assertThat(validity(database, "one_idx_ccnew")).isEqualTo("f");
    assertGoesOn(
        database,
        rebuilding,
        "the rebuild left 1 invalid indexes: they are dropped, and it is run again");
    assertThat(database.rows("SELECT relname FROM pg_class WHERE relname LIKE 'one_idx%'"))
        .containsExactly("one_idx");
  }

  @ParameterizedTest
  @EnumSource
  void whatCanBeRepeatedIs(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest vacuuming = manifest(table(1), outside(id(2), "VACUUM table_one", "SELECT 1"));
    Killed.deployAt(database, vacuuming, "VACUUM", 1);

    assertGoesOn(database, vacuuming, "its last statement can be run again");
  }

  @ParameterizedTest
  @EnumSource
  void whatPostgresqlRefusedIsRunAgainAndNotWhatCameBefore(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest filling =
        manifest(
            table(1),
            outside(
                id(2),
                "INSERT INTO table_one VALUES (1);\nINSERT INTO elsewhere VALUES (2)",
                "SELECT 1"));
    assertThat(database.deploy(filling).failure().orElseThrow().effect()).isEqualTo(Effect.PARTIAL);
    database.execute("CREATE TABLE elsewhere (id int)");

    assertGoesOn(
        database,
        filling,
        "PostgreSQL refused its last statement, of which nothing is there: it is run again");
    assertThat(database.rows("SELECT * FROM table_one UNION ALL SELECT * FROM elsewhere"))
        .containsExactly("1", "2");
  }

  @ParameterizedTest
  @EnumSource
  void aProofThatFailedIsMadeAgainAndNothingElse(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest proving =
        manifest(
            table(1),
            verified(
                outside(id(2), "INSERT INTO table_one VALUES (1)", "SELECT 1"),
                "SELECT count(*) = 2 FROM table_one"));
    assertThat(database.deploy(proving).failure().orElseThrow().message())
        .startsWith("`verify` found it not done");
    database.execute("INSERT INTO table_one VALUES (2)");

    assertGoesOn(
        database, proving, "all its statements have come to their end, and only the rest is left");
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("2");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsSaidOfAnAttemptThatAnotherDeployerMayStillWorkOn(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    Killed.deployAt(database, BUILDING, "CREATE UNIQUE INDEX", 1);

    try (PostgresDatabase other = database.connect();
        PostgresDatabase looking = database.connect()) {
      Plan plan =
          other.locked(
              Progress.NONE,
              () -> new Engine(BUILDING, looking, Progress.NONE).plan(DeployRequest.PLAIN));
      assertThat(plan.refusals())
          .singleElement()
          .extracting(Refusal::message)
          .asString()
          .endsWith(": another deployer holds the lock, and may still work on it");
    }
    assertGoesOn(database, BUILDING, "the index `one_idx` is not there: it is built");
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeSeenIsRefused(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest filling =
        manifest(table(1), outside(id(2), "INSERT INTO table_one VALUES (1)", "SELECT 1"));
    Killed.deployAt(database, filling, "INSERT", 1);

    assertThat(database.deploy(filling).plan().refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.message())
                  .endsWith(
                      "the last statement begun is number 1, `INSERT INTO table_one` in line 1:"
                          + " whether its last statement took effect cannot be seen");
              assertThat(r.whatToDo())
                  .isEqualTo(
                      "look what is there of it, and type `mvn db:resolve -Ddb.id="
                          + id(2)
                          + " -Ddb.as=applied` if all of it is done, `mvn db:resolve -Ddb.id="
                          + id(2)
                          + " -Ddb.as=not-applied` if nothing is, or `mvn db:resolve -Ddb.id="
                          + id(2)
                          + " -Ddb.as=retry` to run its last statement again");
            });
  }

  private static String validity(TestDatabase database, String index) {
    return database
        .rows("SELECT indisvalid FROM pg_index WHERE indexrelid = '" + index + "'::regclass")
        .get(0);
  }

  private static void assertGoesOn(TestDatabase database, Manifest manifest, String found)
      throws DatabaseException {
    Outcome outcome = database.deploy(manifest);
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.plan().refusals()).isEmpty();
    assertThat(outcome.plan().remarks())
        .containsExactly("`" + id(2) + "` was begun before: " + found);
    assertThat(
            database.rows(
                "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank"))
        .containsExactly("20261101000001|t", "20261101000002|t");
    assertThat(
            database.rows(
                "SELECT outcome FROM migration_journal WHERE id = '"
                    + id(2)
                    + "' ORDER BY attempt DESC LIMIT 1"))
        .containsExactly("done");
    assertThat(database.deploy(manifest).plan().upToDate()).isTrue();
    FlywayJudge judge = FlywayJudge.of(database, manifest);
    judge.validate();
    assertThat(judge.migrate()).as("what Flyway finds to do").isEmpty();
  }

  /** Ends the deployer while it waits for somebody's transaction in the middle of a statement. */
  private static void killWhileItWaits(
      TestDatabase database, Manifest manifest, String inTransaction) throws Exception {
    try (Connection somebody = database.open();
        Statement statement = somebody.createStatement();
        PostgresDatabase connected = database.connect()) {
      somebody.setAutoCommit(false);
      statement.execute(inTransaction);
      CompletableFuture<Outcome> run = TestDatabase.deployAside(connected, manifest, Progress.NONE);
      database.await(
          "SELECT FROM pg_stat_activity WHERE application_name = '"
              + Connector.APPLICATION
              + "' AND datname = current_database() AND wait_event_type = 'Lock'");
      Killed.terminate(database);
      assertThat(run.get(60, TimeUnit.SECONDS).failure().orElseThrow().effect())
          .isEqualTo(Effect.UNKNOWN);
      somebody.rollback();
    }
  }
}
