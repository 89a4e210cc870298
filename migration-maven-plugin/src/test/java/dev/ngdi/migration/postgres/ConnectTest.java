package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that takes no connection now is waited for, and not for ever. */
class ConnectTest {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void aServerThatIsStartedAnewIsWaitedFor(Server server) throws Exception {
    try (Cluster cluster = Cluster.start(server, directory)) {
      TestDatabase database = cluster.database();
      CompletableFuture<Outcome> deploy;
      ProcessHandle ending;
      try (Relay relay = Relay.before(cluster.port())) {
        try (Connection held = database.open()) {
          assertThat(held.isValid(0)).isTrue();
          ending = cluster.endWhenIdle();

          assertThat(refusal(database.url(), "postgres"))
              .isEqualTo(
                  Refusal.of(
                      "server-starting",
                      "the server at `localhost:"
                          + cluster.port()
                          + "` does not accept connections now: the database system is shutting"
                          + " down",
                      "wait until it does, and run this again"));
          deploy = deployAside(relay.url(database), "postgres");
          relay.awaitTwoConnections();
        }
        Cluster.awaitEnd(ending);
        cluster.start();

        assertThat(deploy.get(60, TimeUnit.SECONDS).succeeded()).isTrue();
      }
      assertThat(database.tables()).containsExactly("table_one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatIsNotToBeHadIsWaitedFor(Server server) throws Exception {
    TestDatabase database = server.database();
    String user = "limited_" + database.name();
    database.execute(
        "CREATE ROLE %1$s LOGIN CONNECTION LIMIT 1; GRANT ALL ON SCHEMA public TO %1$s"
            .formatted(user));
    try (Relay relay = Relay.before(server.port())) {
      CompletableFuture<Outcome> deploy;
      try (Connection held = DriverManager.getConnection(database.url(), user, "")) {
        assertThat(held.isValid(0)).isTrue();

        assertThat(refusal(database.url(), user))
            .isEqualTo(
                Refusal.of(
                    "connections-exhausted",
                    "the server at `localhost:"
                        + server.port()
                        + "` has no connection left: too many connections for role \""
                        + user
                        + "\"",
                    "end a session, or raise `max_connections`"));
        deploy = deployAside(relay.url(database), user);
        relay.awaitTwoConnections();
      }

      assertThat(deploy.get(60, TimeUnit.SECONDS).succeeded()).isTrue();
    }
    assertThat(database.tables()).containsExactly("table_one");
  }

  private static Refusal refusal(String url, String user) {
    return catchThrowableOfType(DatabaseException.class, () -> deploy(url, user, SHORT)).refusal();
  }

  private static CompletableFuture<Outcome> deployAside(String url, String user) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return deploy(url, user, LONG);
          } catch (DatabaseException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> new Thread(task).start());
  }

  private static Outcome deploy(String url, String user, Duration wait) throws DatabaseException {
    ConnectionSettings settings =
        new ConnectionSettings(
            url,
            Optional.of(user),
            Optional.empty(),
            Optional.of("public"),
            wait,
            ConnectionSettings.LOCK_TIMEOUT,
            Duration.ZERO);
    try (PostgresDatabase connected =
        PostgresDatabase.connect(settings, 14, TestDatabase.ORIGIN, m -> context -> {})) {
      return new Engine(manifest(table(1)), connected, Progress.NONE).deploy(DeployRequest.PLAIN);
    }
  }
}
