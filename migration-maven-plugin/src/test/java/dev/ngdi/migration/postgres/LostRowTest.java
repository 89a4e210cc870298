package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.EDITED;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Resolution;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.engine.ResolveRequest.As;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody deleted rows of the history, and the journal still has what they stood for. */
class LostRowTest {
  private static final DeclaredMigration FILLING =
      migration(id(2), "INSERT INTO table_one VALUES (1)", "DELETE FROM table_one");
  private static final Manifest THREE = manifest(table(1), FILLING, table(3));

  @ParameterizedTest
  @EnumSource
  void whatOnlyChangesRowsDoesNotRunTwice(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    forget(database, 2, 3);

    assertThat(states(database, THREE))
        .containsExactly(MigrationState.APPLIED, MigrationState.LOST, MigrationState.LOST);
    for (Plan plan :
        List.of(
            database.deploy(THREE, DeployRequest.PLAIN).plan(),
            database.down(THREE, new DownRequest.Steps(1)).plan())) {
      assertThat(plan.refusals())
          .extracting(Refusal::message)
          .containsExactly(goneFrom(database, 2), goneFrom(database, 3));
    }
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("1");
  }

  private static String goneFrom(TestDatabase database, int number) {
    String at =
        database
            .rows(
                "SELECT to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') FROM"
                    + " migration_journal WHERE id = '"
                    + id(number)
                    + "'")
            .get(0);
    return "`%s` was applied by ann@ci at %s, as the journal has it, and its row in the history is gone"
        .formatted(id(number), Instant.parse(at + "Z"));
  }

  @ParameterizedTest
  @EnumSource
  void withoutConfirmationItOnlySaysWhatWouldChange(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    forget(database, 2);
    List<String> history = database.historyRows();
    List<String> journal = database.journalRows();

    assertThat(resolve(database, THREE, As.APPLIED, false).changes())
        .containsExactly(
            "the history gets a row at its end that says it is applied, as the journal has it",
            "the journal says of attempt 2 who settled it, and as what");
    assertThat(resolve(database, THREE, As.NOT_APPLIED, false).changes())
        .containsExactly(
            "it counts as not applied: it is pending, or late if a newer one is applied",
            "the journal says of attempt 2 who settled it, and as what");

    assertThat(database.historyRows()).isEqualTo(history);
    assertThat(database.journalRows()).isEqualTo(journal);
  }

  @ParameterizedTest
  @EnumSource
  void asAppliedItsRowIsBackAndFlywayAcceptsIt(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    String row =
        "SELECT version, description, type, script, checksum, installed_by, success FROM"
            + " flyway_schema_history WHERE version = '20261101000002'";
    String attempt =
        "SELECT j.outcome, j.installed_rank, j.error, to_jsonb(j) - '{attempt,outcome,installed_rank,"
            + "error,finished_at}'::text[] = to_jsonb(f) - '{attempt,outcome,installed_rank,error,"
            + "finished_at}'::text[] FROM migration_journal j, migration_journal f WHERE f.attempt = 2"
            + " AND j.version = f.version ORDER BY j.attempt";
    List<String> before = database.rows(row);
    List<MigrationStatus> statuses = database.status(THREE);
    forget(database, 2);

    assertThat(resolve(database, THREE, As.APPLIED, true).recorded()).isTrue();

    assertThat(database.rows(row)).isEqualTo(before);
    assertThat(database.rows(attempt))
        .containsExactly(
            "resolved|2|resolved as applied by ann@ci, revision 1f0c2d3|t", "done|4|null|t");
    assertThat(states(database, THREE)).containsOnly(MigrationState.APPLIED);
    assertThat(database.status(THREE).get(1).applied().orElseThrow())
        .extracting(a -> a.at(), a -> a.by(), a -> a.wayBack(), a -> a.tokensSha256())
        .containsExactly(
            statuses.get(1).applied().orElseThrow().at(),
            "ann@ci",
            statuses.get(1).applied().orElseThrow().wayBack(),
            FILLING.up().map(up -> up.tokensSha256()));
    FlywayJudge judge = FlywayJudge.of(database, THREE);
    judge.validate();
    assertThat(judge.info())
        .containsExactly(
            "20261101000001 Success", "20261101000003 Success", "20261101000002 Out of Order");
    assertThat(judge.migrate()).isEmpty();
    assertThat(database.deploy(THREE).plan().upToDate()).isTrue();
    assertThat(database.down(THREE, new DownRequest.To(id(1))).done()).hasSize(2);
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void whatWasAppliedIsPutBackAndNotWhatIsDeclared(Server server) throws DatabaseException {
    Manifest edited = manifest(table(1), migration(id(2), EDITED, "SELECT 1"), table(3));
    TestDatabase database = deployed(server);
    forget(database, 2);

    assertThat(resolve(database, edited, As.APPLIED, true).recorded()).isTrue();

    assertThat(states(database, edited)).contains(MigrationState.CHANGED);
    FlywayJudge.of(database, THREE).validate();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatTheCodeHasNoMoreIsPutBackToo(Server server) throws DatabaseException {
    Manifest without = manifest(table(1), table(3));
    TestDatabase database = deployed(server);
    forget(database, 2);

    assertThat(resolve(database, without, As.APPLIED, true).recorded()).isTrue();

    assertThat(states(database, without)).contains(MigrationState.MISSING);
    assertThat(database.down(without, new DownRequest.To(id(1))).succeeded()).isTrue();
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void oneOutsideATransactionIsPutBackToo(Server server) throws DatabaseException {
    Manifest outside = manifest(table(1), outside(id(2), "VACUUM table_one", "ANALYZE table_one"));
    TestDatabase database = server.database();
    database.deploy(outside);
    forget(database, 2);

    assertThat(resolve(database, outside, As.APPLIED, true).recorded()).isTrue();

    assertThat(states(database, outside)).containsOnly(MigrationState.APPLIED);
    FlywayJudge.of(database, outside).validate();
  }

  @ParameterizedTest
  @EnumSource
  void asNotAppliedItIsPendingAgain(Server server) throws DatabaseException {
    Manifest two = manifest(table(1), FILLING);
    TestDatabase database = server.database();
    database.deploy(two);
    forget(database, 2);
    database.execute("TRUNCATE table_one");

    assertThat(resolve(database, two, As.NOT_APPLIED, true).recorded()).isTrue();

    assertThat(states(database, two))
        .containsExactly(MigrationState.APPLIED, MigrationState.PENDING);
    assertThat(database.rows("SELECT outcome, error FROM migration_journal ORDER BY attempt"))
        .containsExactly(
            "done|null", "resolved|resolved as not-applied by ann@ci, revision 1f0c2d3");
    assertThat(database.deploy(two).succeeded()).isTrue();
    assertThat(states(database, two)).containsOnly(MigrationState.APPLIED);
    FlywayJudge.of(database, two).validate();
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("1");
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfItIsLeftToBeRunAgain(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    forget(database, 2);
    String command = "`mvn db:resolve -Ddb.id=" + id(2) + " -Ddb.as=";

    assertThat(resolve(database, THREE, As.RETRY, true).refusals())
        .containsExactly(
            Refusal.of(
                "nothing-to-retry",
                id(2),
                "`"
                    + id(2)
                    + "` came to its end, so none of its statements is left to be run again",
                "type "
                    + command
                    + "applied` to put the row back, or "
                    + command
                    + "not-applied` if it does not count any more"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyARowThatIsNewerThanTheAttemptSpeaksForIt(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    database.down(THREE, new DownRequest.Steps(1));
    assertThat(states(database, THREE)).endsWith(MigrationState.PENDING);
    database.deploy(THREE);

    database.execute("DELETE FROM flyway_schema_history WHERE installed_rank = 5");

    assertThat(database.rows("SELECT type FROM flyway_schema_history WHERE installed_rank > 2"))
        .containsExactly("JDBC", "DELETE");
    assertThat(states(database, THREE)).endsWith(MigrationState.LOST);
  }

  @ParameterizedTest
  @EnumSource
  void whatFlywaysRepairCallsDeletedIsNotLost(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);

    FlywayJudge.of(database, manifest(table(1), table(3))).repair();

    assertThat(database.rows("SELECT type FROM flyway_schema_history WHERE installed_rank > 2"))
        .containsExactly("JDBC", "DELETE");
    assertThat(states(database, THREE))
        .containsExactly(MigrationState.APPLIED, MigrationState.LATE, MigrationState.APPLIED);
  }

  @ParameterizedTest
  @EnumSource
  void aWayBackThatDidNotTakePlaceHidesNothing(Server server) throws DatabaseException {
    Manifest stuck = manifest(table(1), migration(id(2), "SELECT 1", "DROP TABLE elsewhere"));
    TestDatabase database = server.database();
    database.deploy(stuck);
    assertThat(database.down(stuck, new DownRequest.Steps(1)).failure()).isPresent();

    forget(database, 2);

    assertThat(states(database, stuck)).endsWith(MigrationState.LOST);
  }

  @ParameterizedTest
  @EnumSource
  void aBaselineSpeaksForWhatIsOlder(Server server) throws DatabaseException {
    TestDatabase database = deployed(server);
    database.execute("TRUNCATE flyway_schema_history");
    assertThat(states(database, THREE)).containsOnly(MigrationState.LOST);

    database.execute("DROP TABLE flyway_schema_history");
    database.deploy(THREE, DeployRequest.PLAIN.from(table(3).version()));

    assertThat(states(database, THREE)).containsOnly(MigrationState.BASELINE);
    FlywayJudge.of(database, THREE).validate();
  }

  private static TestDatabase deployed(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(THREE);
    return database;
  }

  private static void forget(TestDatabase database, int... numbers) {
    for (int number : numbers) {
      database.execute(
          "DELETE FROM flyway_schema_history WHERE version = '2026110100000" + number + "'");
    }
  }

  private static Resolution resolve(
      TestDatabase database, Manifest manifest, As as, boolean confirmed) throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest, connected, Progress.NONE)
          .resolve(new ResolveRequest(id(2), as, confirmed));
    }
  }

  private static List<MigrationState> states(TestDatabase database, Manifest manifest)
      throws DatabaseException {
    return database.status(manifest).stream().map(MigrationStatus::state).toList();
  }
}
