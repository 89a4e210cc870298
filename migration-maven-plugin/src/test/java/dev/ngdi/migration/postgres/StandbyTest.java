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
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A standby is refused by itself, and passed over among several hosts. */
class StandbyTest {
  @TempDir static Path directory;
  private static EmbeddedPostgres standby;

  private final TestDatabase database = Server.NEWEST.database();

  /** A server that waits for a primary that never sends it anything. */
  @BeforeAll
  static void start() throws IOException {
    Server.NEWEST.start(directory.resolve("data")).close();
    Files.createFile(directory.resolve("data").resolve("standby.signal"));
    standby = Server.NEWEST.start(directory.resolve("data"));
  }

  @AfterAll
  static void stop() throws IOException {
    standby.close();
  }

  @Test
  void aStandbyAloneIsRefused() throws DatabaseException {
    assertThat(deploy("jdbc:postgresql://" + standby() + "/postgres").plan().refusals())
        .containsExactly(
            Refusal.of(
                "server-standby",
                "the server is a standby, which takes no change",
                "connect to the primary"));
  }

  @Test
  void ofSeveralHostsThePrimaryIsTaken() throws DatabaseException {
    new TestDatabase(Server.NEWEST.port(), "postgres")
        .execute("DROP SCHEMA IF EXISTS several CASCADE; CREATE SCHEMA several");

    Outcome outcome = deploy("jdbc:postgresql://" + standby() + "," + primary() + "/postgres");

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.done()).hasSize(1);
  }

  @Test
  void ofSeveralHostsItSaysWhichWasReached() throws DatabaseException {
    try (PostgresDatabase connected =
        connect("jdbc:postgresql://" + standby() + "," + primary() + "/postgres")) {
      assertThat(connected.target().host()).isEqualTo("localhost");
      assertThat(connected.target().port()).isEqualTo(Server.NEWEST.port());
    }
  }

  @Test
  void whatTheUserSaysOfTheServerHolds() throws DatabaseException {
    Outcome outcome =
        deploy(
            "jdbc:postgresql://"
                + primary()
                + ","
                + standby()
                + "/postgres?targetServerType=secondary");

    assertThat(outcome.plan().refusals())
        .extracting(Refusal::code)
        .containsExactly("server-standby");
  }

  @Test
  void severalHostsWithoutAPrimaryAreRefused() {
    assertThat(
            catchThrowableOfType(
                    DatabaseException.class,
                    () -> deploy("jdbc:postgresql://" + standby() + "," + standby() + "/postgres"))
                .refusal())
        .isEqualTo(
            Refusal.of(
                "primary-missing",
                "none of the servers at `" + standby() + "," + standby() + "` takes changes",
                "wait until one of them is the primary, or correct the hosts in the URL"));
  }

  private static String standby() {
    return "localhost:" + standby.getPort();
  }

  private static String primary() {
    return "localhost:" + Server.NEWEST.port();
  }

  private PostgresDatabase connect(String url) throws DatabaseException {
    return database.connect(
        new ConnectionSettings(
            url,
            Optional.of("postgres"),
            Optional.empty(),
            Optional.of("several"),
            Duration.ofSeconds(1),
            ConnectionSettings.LOCK_TIMEOUT,
            Duration.ZERO));
  }

  private Outcome deploy(String url) throws DatabaseException {
    try (PostgresDatabase connected = connect(url)) {
      return new Engine(manifest(table(1)), connected, Progress.NONE).deploy(DeployRequest.PLAIN);
    }
  }
}
