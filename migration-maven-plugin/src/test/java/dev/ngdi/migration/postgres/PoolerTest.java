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
import dev.ngdi.migration.postgres.PoolingProxy.Mode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pooler is fine where it gives each client a session of its own, and refused where not. */
class PoolerTest {

  static Stream<Arguments> sharingPoolers() {
    return Stream.of(Mode.TRANSACTION, Mode.TRANSACTION_BY_TURNS)
        .flatMap(mode -> Stream.of(Server.values()).map(server -> Arguments.of(server, mode)));
  }

  @ParameterizedTest
  @MethodSource("sharingPoolers")
  void aPoolerInTransactionModeIsRefused(Server server, Mode mode) throws Exception {
    TestDatabase database = server.database();
    try (PoolingProxy proxy = PoolingProxy.before(server, mode)) {
      String url = proxy.url(database.name());

      Refusal refusal =
          catchThrowableOfType(DatabaseException.class, () -> deploy(database, url)).refusal();

      assertThat(refusal)
          .isEqualTo(
              Refusal.of(
                  "pooler-shares-sessions",
                  "what answers at `"
                      + url.substring(url.indexOf("localhost"), url.lastIndexOf('/'))
                      + "` is a pooler that gives each transaction another session, as PgBouncer"
                      + " does in transaction mode: neither the deploy lock nor a setting would"
                      + " last",
                  "connect to PostgreSQL itself, or to a pool with `pool_mode = session`"));
    }
    assertThat(database.tables()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aPoolerInSessionModeIsFine(Server server) throws Exception {
    TestDatabase database = server.database();
    try (PoolingProxy proxy = PoolingProxy.before(server, Mode.SESSION)) {
      assertThat(deploy(database, proxy.url(database.name())).succeeded()).isTrue();
    }
    assertThat(database.tables()).containsExactly("table_one");
  }

  private static Outcome deploy(TestDatabase database, String url) throws DatabaseException {
    ConnectionSettings settings =
        ConnectionSettings.of(
            url, Optional.of("postgres"), Optional.empty(), Optional.of("public"));
    try (PostgresDatabase connected = database.connect(settings)) {
      return new Engine(manifest(table(1)), connected, Progress.NONE).deploy(DeployRequest.PLAIN);
    }
  }
}
