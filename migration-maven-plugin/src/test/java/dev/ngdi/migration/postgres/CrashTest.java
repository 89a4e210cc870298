package dev.ngdi.migration.postgres;

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
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server ends the connection at every stage of a migration. */
class CrashTest {
  private static final DeclaredMigration TWO_TABLES =
      migration(
          id(1),
          "CREATE TABLE first (id int);\nCREATE TABLE second (id int)",
          "DROP TABLE second;\nDROP TABLE first");
  private static final DeclaredMigration TWO_INDEXES =
      outside(
          id(2),
          "CREATE INDEX CONCURRENTLY a_idx ON first (id);\n"
              + "CREATE INDEX CONCURRENTLY b_idx ON second (id)",
          "DROP INDEX CONCURRENTLY b_idx;\nDROP INDEX CONCURRENTLY a_idx");

  @ParameterizedTest
  @EnumSource
  void aTransactionThatIsCutOffLeavesNothing(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest manifest = manifest(TWO_TABLES);

    Outcome outcome = Killed.deployAt(database, manifest, "CREATE TABLE second", 1);

    assertThat(outcome.done()).isEmpty();
    assertThat(outcome.failure().orElseThrow().effect()).isEqualTo(Effect.NONE);
    assertThat(database.tables()).isEmpty();
    assertThat(database.historyRows()).isEmpty();
    assertThat(database.journalRows()).isEmpty();
    assertThat(database.deploy(manifest).succeeded()).isTrue();
    assertThat(database.tables()).containsExactly("first", "second");
  }

  @ParameterizedTest
  @EnumSource
  void whatRanOutsideATransactionGoesOnWhereTheCatalogueShowsThatItIsSafe(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    Manifest manifest = manifest(TWO_TABLES, TWO_INDEXES);

    Outcome outcome = Killed.deployAt(database, manifest, "CREATE INDEX CONCURRENTLY", 2);

    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1));
    assertThat(outcome.failure().orElseThrow().effect()).isEqualTo(Effect.UNKNOWN);
    assertThat(database.historyRows()).hasSize(1);
    assertThat(database.status(manifest))
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.APPLIED, MigrationState.UNKNOWN);
    assertThat(database.down(manifest, new DownRequest.Steps(1)).plan().refusals())
        .singleElement()
        .extracting(Refusal::whatToDo)
        .isEqualTo("go on with `mvn db:deploy` first, which is safe");

    Outcome again = database.deploy(manifest);

    assertThat(again.succeeded()).isTrue();
    assertThat(again.plan().remarks())
        .containsExactly(
            "`" + id(2) + "` was begun before: the index `b_idx` is not there: it is built");
    assertThat(database.historyRows()).hasSize(2);
    assertThat(database.rows("SELECT outcome, statement FROM migration_journal ORDER BY attempt"))
        .containsExactly("done|null", "resolved|2", "done|2");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsDoneIsReportedIfTheConnectionIsLostBetweenTwoSteps(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    Progress killer =
        new Progress() {
          @Override
          public void finished(Step step, int number, int total, Outcome.Done done) {
            Killed.terminate(database);
          }
        };

    Outcome outcome;
    try (PostgresDatabase connected = database.connect()) {
      outcome =
          new Engine(manifest(table(1), table(2)), connected, killer).deploy(DeployRequest.PLAIN);
    }

    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1));
    assertThat(outcome.failure().orElseThrow().effect()).isEqualTo(Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.deploy(manifest(table(1), table(2))).done()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDeployerThatVanishesFreesTheLockAndItsStatementEnds(Server server) throws Exception {
    TestDatabase database = server.database();
    Manifest slow = manifest(migration(id(1), "SELECT pg_sleep(600)", "SELECT 2"));
    PostgresDatabase vanishing = database.connect();
    CompletableFuture<Outcome> lost = TestDatabase.deployAside(vanishing, slow, Progress.NONE);
    database.await(
        "SELECT FROM pg_stat_activity WHERE application_name = '"
            + Connector.APPLICATION
            + "' AND datname = current_database() AND wait_event = 'PgSleep'");

    vanishing.close();

    assertThat(lost.get(60, TimeUnit.SECONDS).failure().orElseThrow().effect())
        .isEqualTo(Effect.NONE);
    try (PostgresDatabase next = database.connect(database.waiting(Duration.ofSeconds(60)))) {
      assertThat(
              new Engine(manifest(table(1)), next, Progress.NONE)
                  .deploy(DeployRequest.PLAIN)
                  .succeeded())
          .isTrue();
    }
    assertThat(database.tables()).containsExactly("table_one");
  }

  @ParameterizedTest
  @EnumSource
  void aCommitWhoseAnswerIsLostIsLookedUp(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(2)));
    LostCommit lost = new LostCommit(database.settings());
    Step step = new Step.Apply(table(3));
    Session session = Connector.open(database.settings(), 14).session();
    Journal journal = new Journal(session, TestDatabase.ORIGIN);

    record(session, journal, step);
    session.connection().close();
    assertThat(lost.effect(session, journal, step)).isEqualTo(Effect.NONE);

    Session another = Connector.open(database.settings(), 14).session();
    record(another, journal, step);
    another.connection().commit();
    another.connection().close();
    assertThat(lost.effect(another, journal, step)).isEqualTo(Effect.COMPLETE);
  }

  private static void record(Session session, Journal journal, Step step) throws SQLException {
    session.connection().setAutoCommit(false);
    new Recorder(session, journal).done(step, "manifest", 1);
  }
}
