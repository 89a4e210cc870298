package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every migration finds the same session, and is told what it left behind in it. */
final class SessionStateTest {
  private static final DeclaredMigration SEEING =
      migration(
          id(2),
          "CREATE TABLE seen AS SELECT current_setting('search_path') AS path,"
              + " current_setting('statement_timeout') AS timeout,"
              + " current_setting('session_replication_role') AS replication, current_user::text"
              + " AS who, to_regclass('left_behind') AS temp, current_setting('TimeZone') AS zone",
          "DROP TABLE seen");

  private final List<String> said = new ArrayList<>();
  private final Progress listening =
      new Progress() {
        @Override
        public void said(Step step, String message) {
          said.add(message);
        }
      };

  private static String id(int number) {
    return "V2026112310000%d__change_session".formatted(number);
  }

  private Outcome deploy(TestDatabase database, DeclaredMigration... migrations)
      throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest(migrations), connected, listening).deploy(DeployRequest.PLAIN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatAMigrationSetsReachesTheNextAndItIsSaid(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute("CREATE SCHEMA elsewhere; CREATE ROLE nobody_" + database.name());
    DeclaredMigration careless =
        migration(
            id(1),
            """
            CREATE TEMP TABLE left_behind (id int);
            SET search_path = elsewhere;
            SET statement_timeout = '1h';
            SET TimeZone = 'Asia/Tokyo';
            SET session_replication_role = replica;
            DECLARE rest CURSOR WITH HOLD FOR SELECT 1;
            LISTEN news;
            SET ROLE nobody_%s"""
                .formatted(database.name()),
            "SELECT 2");

    assertThat(deploy(database, careless, SEEING).failure()).isEmpty();
    assertThat(database.rows("SELECT * FROM public.seen"))
        .containsExactly("public, pg_temp|0|origin|postgres|null|UTC");
    assertThat(said)
        .containsExactly(
            "it left behind, and it is undone: setting `role`, setting"
                + " `search_path`, setting `session_replication_role`, setting `statement_timeout`,"
                + " setting `TimeZone`, channel `news`, cursor `rest`, temporary table"
                + " `left_behind`");
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsWithTheTransactionIsNothingToSpeakOf(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration careful =
        migration(
            id(1),
            """
            SET LOCAL statement_timeout = '1h';
            SELECT set_config('search_path', 'pg_catalog', true);
            CREATE TEMP TABLE short (id int) ON COMMIT DROP""",
            "SELECT 2");

    assertThat(deploy(database, careful, SEEING).failure()).isEmpty();
    assertThat(database.rows("SELECT * FROM public.seen"))
        .containsExactly("public, pg_temp|0|origin|postgres|null|UTC");
    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsLeftByAFunctionThatNobodySuspectsIsUndoneToo(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(
        "CREATE TABLE thing (id int); CREATE FUNCTION wander() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN PERFORM set_config('search_path', 'pg_catalog', false); PERFORM"
            + " set_config('statement_timeout', '1h', false); RETURN NEW; END $$; CREATE TRIGGER"
            + " wander BEFORE INSERT ON thing FOR EACH ROW EXECUTE FUNCTION wander()");
    DeclaredMigration wandering =
        migration(id(1), "INSERT INTO public.thing VALUES (1)", "DELETE FROM public.thing");

    try (PostgresDatabase connected = database.connect()) {
      new Engine(manifest(wandering, SEEING), connected, listening)
          .deploy(DeployRequest.PLAIN.from("20251231235959"));
    }

    assertThat(database.rows("SELECT * FROM public.seen"))
        .containsExactly("public, pg_temp|0|origin|postgres|null|UTC");
  }

  @ParameterizedTest
  @EnumSource
  void whatAnEventTriggerLeavesIsUndoneToo(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute(
        "CREATE SCHEMA watch; CREATE FUNCTION watch.wander() RETURNS event_trigger LANGUAGE plpgsql"
            + " AS $$ BEGIN PERFORM set_config('statement_timeout', '1h', false); END $$");
    DeclaredMigration watching =
        migration(
            id(1),
            "CREATE EVENT TRIGGER wander ON ddl_command_end WHEN TAG IN ('CREATE TYPE') EXECUTE"
                + " FUNCTION watch.wander()",
            "DROP EVENT TRIGGER wander");
    DeclaredMigration plain =
        migration(id(3), "CREATE TYPE mood AS ENUM ('fine')", "DROP TYPE mood");
    DeclaredMigration seeing =
        migration(
            id(4),
            "CREATE TABLE seen AS SELECT current_setting('statement_timeout') AS timeout",
            "DROP TABLE seen");

    assertThat(deploy(database, watching, plain, seeing).failure()).isEmpty();
    assertThat(database.rows("SELECT * FROM seen")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void aMigrationThatTakesAllPreparedStatementsAwayIsRecordedAllTheSame(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration first = migration(id(1), "CREATE TABLE a (id int)", "DROP TABLE a");
    DeclaredMigration open = migration(id(2), "DEALLOCATE ALL", "DEALLOCATE ALL");
    DeclaredMigration hidden =
        migration(
            id(3),
            "CREATE TABLE b (id int);\nINSERT INTO b SELECT 1;\n"
                + "DO $$ BEGIN EXECUTE 'DEALL' || 'OCATE ALL'; END $$",
            "DROP TABLE b");
    DeclaredMigration last = migration(id(4), "CREATE TABLE c (id int)", "DROP TABLE c");

    assertThat(deploy(database, first, open, hidden, last).failure()).isEmpty();
    assertThat(database.rows("SELECT count(*) FROM b")).containsExactly("1");
    assertThat(database.journalRows())
        .containsExactly(
            id(1) + "|up|done|1|script",
            id(2) + "|up|done|2|script",
            id(3) + "|up|done|3|script",
            id(4) + "|up|done|4|script");
    try (PostgresDatabase connected = database.connect()) {
      assertThat(
              new Engine(manifest(first, open, hidden, last), connected, listening)
                  .down(new DownRequest.Steps(4))
                  .failure())
          .isEmpty();
    }
    assertThat(database.rows("SELECT version, type FROM flyway_schema_history OFFSET 4"))
        .containsExactly(
            "20261123100004|DELETE",
            "20261123100003|DELETE",
            "20261123100002|DELETE",
            "20261123100001|DELETE");
  }

  @ParameterizedTest
  @EnumSource
  void aTextOfAnyKindIsRecordedAsItIs(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    String down = "DROP TABLE odd; -- it's {d} \\ ? $1 \\' ''\n";
    DeclaredMigration odd =
        migration(id(1), "CREATE TABLE odd (id int);\nSET standard_conforming_strings = off", down);

    assertThat(deploy(database, odd).failure()).isEmpty();
    assertThat(database.rows("SELECT down_sql = $x$" + down + "$x$ FROM migration_journal"))
        .containsExactly("t");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsCommittedIsOnTheDiskWhateverTheDatabaseSays(Server server) throws DatabaseException {
    for (String setting : List.of("off", "local", "remote_apply")) {
      TestDatabase database = server.database();
      database.execute(
          "ALTER DATABASE " + database.name() + " SET synchronous_commit = " + setting);
      DeclaredMigration seeing =
          migration(
              id(1),
              "CREATE TABLE seen AS SELECT current_setting('synchronous_commit') AS setting",
              "DROP TABLE seen");
      DeclaredMigration again =
          migration(
              id(2), "INSERT INTO seen SELECT current_setting('synchronous_commit')", "SELECT 1");

      assertThat(database.deploy(manifest(seeing, again)).failure()).isEmpty();
      String kept = setting.equals("off") ? "on" : setting;
      assertThat(database.rows("SELECT setting FROM seen")).containsExactly(kept, kept);
    }
  }

  @ParameterizedTest
  @EnumSource
  void advisoryLocksThatAMigrationLeavesAreGivenBackAndOursAreKept(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    List<String> said = new ArrayList<>();
    List<String> held = new ArrayList<>();
    Progress listening =
        new Progress() {
          @Override
          public void said(Step step, String message) {
            said.add(message);
          }

          @Override
          public void finished(Step step, int number, int total, Outcome.Done done) {
            held.addAll(
                database.rows(
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname ="
                        + " current_database())"));
          }
        };
    try (PostgresDatabase connected = database.connect()) {
      new Engine(
              manifest(
                  migration(
                      id(1),
                      "SELECT pg_advisory_lock(7);\nSELECT pg_advisory_lock_shared(-7, 8)",
                      "SELECT 2")),
              connected,
              listening)
          .deploy(DeployRequest.PLAIN);
    }

    assertThat(said).containsExactly("it left behind, and it is undone: advisory locks: 2");
    assertThat(held).as("the two of the deployer").containsExactly("2");
  }
}
