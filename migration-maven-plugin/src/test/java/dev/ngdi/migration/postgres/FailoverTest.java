package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.model.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The primary dies in the middle of a run, and its standby takes over. */
@Tag("crash")
class FailoverTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void inATransactionItsMigrationIsRolledBackAndAppliedByTheNextRun(Server server)
      throws Exception {
    try (Pair pair = Pair.start(server, directory)) {
      Manifest manifest =
          manifest(
              table(1),
              migration(
                  id(2),
                  "CREATE TABLE slow (id int);\n"
                      + "SELECT pg_sleep(CASE current_setting('port') WHEN '%d' THEN 600 ELSE 0 END)"
                          .formatted(pair.primary.port()),
                  "DROP TABLE slow"));
      CompletableFuture<Outcome> deploy = pair.deployAside(manifest);
      pair.await("wait_event = 'PgSleep'");

      Outcome again = pair.failOver(deploy, manifest, Effect.NONE);

      assertThat(again.done()).extracting(Outcome.Done::id).containsExactly(id(2));
      assertThat(pair.atStandby().tables()).containsExactly("slow", "table_one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConcurrentBuildIsMadeAgainWhereItsIndexWasLeftInvalid(Server server) throws Exception {
    try (Pair pair = Pair.start(server, directory)) {
      Manifest manifest =
          manifest(
              table(1),
              outside(
                  id(2),
                  "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
                  "DROP INDEX CONCURRENTLY one_idx"));
      pair.deploy(manifest(table(1)));
      try (Connection writer = pair.atPrimary().open();
          Statement statement = writer.createStatement()) {
        statement.execute("BEGIN; INSERT INTO table_one VALUES (1)");
        CompletableFuture<Outcome> deploy = pair.deployAside(manifest);
        pair.await("query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'");

        Outcome again = pair.failOver(deploy, manifest, Effect.UNKNOWN);

        assertThat(again.plan().remarks())
            .containsExactly(
                "`"
                    + id(2)
                    + "` was begun before: the index `one_idx` was left invalid: it is dropped and"
                    + " built again");
      }
      assertThat(
              pair.atStandby()
                  .rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_idx'::regclass"))
          .containsExactly("t");
    }
  }

  /**
   * A primary, and a standby that has everything that it says is committed.
   *
   * @param database the name of the database on both
   */
  private record Pair(Cluster primary, Cluster standby, String database) implements AutoCloseable {

    static Pair start(Server server, Path directory) throws Exception {
      Path primary = directory.resolve("primary");
      Path standby = directory.resolve("standby");
      Cluster.start(server, primary).close();
      Cluster.copy(primary, standby);
      Cluster first = Cluster.start(server, primary, Map.of("synchronous_standby_names", "*"));
      Cluster.follow(standby, first.port());
      Cluster second = Cluster.start(server, standby);
      return new Pair(first, second, first.database().name());
    }

    TestDatabase atPrimary() {
      return new TestDatabase(primary.port(), database);
    }

    TestDatabase atStandby() {
      return new TestDatabase(standby.port(), database);
    }

    void await(String condition) {
      atPrimary()
          .await(
              "SELECT FROM pg_stat_activity WHERE application_name = '"
                  + Connector.APPLICATION
                  + "' AND "
                  + condition);
    }

    /** Stops the primary, lets the standby take over, and types the same deploy again. */
    Outcome failOver(CompletableFuture<Outcome> deploy, Manifest manifest, Effect effect)
        throws Exception {
      primary.stop();
      Outcome outcome = deploy.get(60, TimeUnit.SECONDS);
      assertThat(outcome.failure().map(Failure::effect)).hasValue(effect);
      CompletableFuture<Outcome> again = deployAside(manifest);
      atStandby().rows("SELECT pg_promote(true, 60)");
      Outcome done = again.get(60, TimeUnit.SECONDS);
      assertThat(done.succeeded()).isTrue();
      return done;
    }

    CompletableFuture<Outcome> deployAside(Manifest manifest) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return deploy(manifest);
            } catch (DatabaseException e) {
              throw new IllegalStateException(e);
            }
          },
          task -> new Thread(task).start());
    }

    Outcome deploy(Manifest manifest) throws DatabaseException {
      ConnectionSettings settings =
          new ConnectionSettings(
              "jdbc:postgresql://localhost:%d,localhost:%d/%s"
                  .formatted(primary.port(), standby.port(), database),
              Optional.of("postgres"),
              Optional.empty(),
              Optional.of("public"),
              Duration.ofSeconds(60),
              ConnectionSettings.LOCK_TIMEOUT,
              Duration.ZERO);
      try (PostgresDatabase connected =
          PostgresDatabase.connect(settings, 14, TestDatabase.ORIGIN, m -> context -> {})) {
        return new Engine(manifest, connected, Progress.NONE).deploy(DeployRequest.PLAIN);
      }
    }

    @Override
    public void close() throws IOException {
      standby.close();
      primary.close();
    }
  }
}
