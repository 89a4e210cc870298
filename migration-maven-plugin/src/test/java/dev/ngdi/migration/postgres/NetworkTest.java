package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
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
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The network swallows everything, and closes nothing. */
class NetworkTest {
  private static final String GONE =
      "An I/O error occurred while sending to the backend.: the server cannot be reached any more";

  @ParameterizedTest
  @EnumSource
  void aDeployWhoseServerCannotBeReachedAnyMoreEnds(Server server) throws Exception {
    TestDatabase database = server.database();
    Manifest slow = manifest(table(1), migration(id(2), "SELECT pg_sleep(600)", "SELECT 2"));
    try (Relay relay = Relay.before(server.port());
        PostgresDatabase connected = connect(database, relay, Moment.Witness.NOBODY)) {
      CompletableFuture<Outcome> deploy = TestDatabase.deployAside(connected, slow, Progress.NONE);
      database.await(
          "SELECT FROM pg_stat_activity WHERE application_name = '"
              + Connector.APPLICATION
              + "' AND datname = current_database() AND wait_event = 'PgSleep'");

      relay.silence();

      Outcome outcome = deploy.get(60, TimeUnit.SECONDS);
      assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1));
      assertThat(outcome.failure().map(Failure::message)).hasValue(GONE);
      assertThat(outcome.failure().map(Failure::effect)).hasValue(Effect.NONE);
    }
    assertGoesOn(database, manifest(table(1), table(2)), 1);
  }

  @ParameterizedTest
  @EnumSource
  void aCommitThatGetsNoAnswerIsUnknownUntilTheServerCanBeAsked(Server server) throws Exception {
    TestDatabase database = server.database();
    try (Relay relay = Relay.before(server.port())) {
      Moment.Witness silencing =
          moment -> {
            if (moment == Moment.DONE) {
              relay.silence();
            }
          };
      try (PostgresDatabase connected = connect(database, relay, silencing)) {
        Outcome outcome =
            new Engine(manifest(table(1)), connected, Progress.NONE).deploy(DeployRequest.PLAIN);

        assertThat(outcome.failure().map(Failure::message)).hasValue(GONE);
        assertThat(outcome.failure().map(Failure::effect)).hasValue(Effect.UNKNOWN);
      }
    }
    assertGoesOn(database, manifest(table(1)), 1);
  }

  @ParameterizedTest
  @EnumSource
  void aServerWhoseClientCannotBeReachedAnyMoreGivesItUpWithinAMinute(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    Manifest recorded =
        manifest(
            migration(
                id(1),
                "CREATE TABLE found AS SELECT name, setting FROM pg_settings WHERE name LIKE"
                    + " 'tcp\\_%' OR name = 'client_connection_check_interval'",
                "DROP TABLE found"));

    database.deploy(recorded);

    assertThat(database.rows("SELECT name, setting FROM found ORDER BY name"))
        .containsExactly(
            "client_connection_check_interval|1000",
            "tcp_keepalives_count|3",
            "tcp_keepalives_idle|10",
            "tcp_keepalives_interval|10",
            "tcp_user_timeout|40000");
  }

  private static PostgresDatabase connect(
      TestDatabase database, Relay relay, Moment.Witness witness) throws DatabaseException {
    ConnectionSettings settings =
        new ConnectionSettings(
            relay.url(database) + "?socketFactoryArg=100",
            Optional.of("postgres"),
            Optional.empty(),
            Optional.of("public"),
            Duration.ofSeconds(1),
            ConnectionSettings.LOCK_TIMEOUT,
            Duration.ZERO);
    return PostgresDatabase.connect(settings, 14, TestDatabase.ORIGIN, m -> context -> {}, witness);
  }

  private static void assertGoesOn(TestDatabase database, Manifest manifest, int steps)
      throws DatabaseException {
    try (PostgresDatabase next = database.connect(database.waiting(Duration.ofSeconds(60)))) {
      Outcome outcome = new Engine(manifest, next, Progress.NONE).deploy(DeployRequest.PLAIN);
      assertThat(outcome.succeeded()).isTrue();
      assertThat(outcome.done()).hasSize(steps);
    }
  }
}
