package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that is told to end. */
class CancellationTest {
  private static final Manifest SLOW =
      manifest(
          table(1),
          migration(
              id(2),
              "CREATE TABLE table_two (id int);\nSELECT pg_sleep(600)",
              "DROP TABLE table_two"),
          table(3));

  @ParameterizedTest
  @EnumSource
  void theRunningStatementEndsAndItsMigrationIsRolledBack(Server server) throws Exception {
    TestDatabase database = server.database();
    Outcome outcome;
    try (PostgresDatabase connected = database.connect()) {
      CompletableFuture<Outcome> run = TestDatabase.deployAside(connected, SLOW, Progress.NONE);
      database.await(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event ="
              + " 'PgSleep' AND application_name = 'migration-maven-plugin'");

      connected.cancel();
      outcome = run.get(60, TimeUnit.SECONDS);
    }

    Failure failure = outcome.failure().orElseThrow();
    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1));
    assertThat(failure.id()).isEqualTo(id(2));
    assertThat(failure.message()).isEqualTo("canceling statement due to user request");
    assertThat(failure.detail()).isEqualTo("the run was interrupted");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.historyRows()).hasSize(1);
    assertThat(database.journalRows())
        .containsExactly(id(1) + "|up|done|1|script", id(2) + "|up|failed|null|script");
  }

  @ParameterizedTest
  @EnumSource
  void betweenTwoMigrationsNoOtherIsBegun(Server server) throws Exception {
    TestDatabase database = server.database();
    Outcome outcome;
    try (PostgresDatabase connected = database.connect()) {
      Progress canceller =
          new Progress() {
            @Override
            public void finished(Step step, int number, int total, Outcome.Done done) {
              connected.cancel();
            }
          };
      outcome = TestDatabase.deployAside(connected, manifest(table(1), table(2)), canceller).get();
    }

    Failure failure = outcome.failure().orElseThrow();
    assertThat(failure.id()).isEqualTo(id(2));
    assertThat(failure.message()).isEqualTo("the run was interrupted");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.deploy(manifest(table(1), table(2))).done()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aPauseBetweenTwoTriesEndsAtOnce(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    try (Connection reader = database.open();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("SELECT FROM table_one");
      Outcome outcome;
      try (PostgresDatabase connected =
          database.connect(
              database.limited(Duration.ofMinutes(5), Duration.ofMillis(100), Duration.ZERO))) {
        Progress canceller =
            new Progress() {
              @Override
              public void retrying(Step step, int tries, long milliseconds, String reason) {
                connected.cancel();
              }
            };
        outcome =
            TestDatabase.deployAside(
                    connected,
                    manifest(
                        table(1),
                        migration(id(2), "ALTER TABLE table_one ADD COLUMN name text", "SELECT 1")),
                    canceller)
                .get();
      }

      Failure failure = outcome.failure().orElseThrow();
      assertThat(failure.message()).isEqualTo("canceling statement due to lock timeout");
      assertThat(failure.detail()).endsWith("the run was interrupted");
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theWaitForAnotherDeployerEndsAtOnce(Server server) throws Exception {
    TestDatabase database = server.database();
    try (PostgresDatabase first = database.connect();
        PostgresDatabase second = database.connect()) {
      first.locked(
          Progress.NONE,
          () -> {
            Progress canceller =
                new Progress() {
                  @Override
                  public void waiting(String holder) {
                    second.cancel();
                  }
                };
            assertThatThrownBy(
                    () -> TestDatabase.deployAside(second, manifest(table(1)), canceller).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage(
                    "the wait for the deploy lock was interrupted, and nothing was changed");
            return "";
          });
    }
    assertThat(database.tables()).isEmpty();
  }
}
