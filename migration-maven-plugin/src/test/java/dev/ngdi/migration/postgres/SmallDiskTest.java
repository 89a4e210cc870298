package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers on a disk that has no room left. */
@Tag("tmpfs")
class SmallDiskTest {
  private static final int DATA = 160;
  private static final DeclaredMigration FILLED =
      migration(
          id(2),
          "CREATE TABLE filled AS SELECT generate_series(1, 200000) AS id",
          "DROP TABLE filled");

  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource
  void aConcurrentBuildThatMeetsAFullDiskIsMadeAgainWhenThereIsRoom(Server server)
      throws Exception {
    Manifest manifest =
        manifest(
            table(1),
            FILLED,
            outside(
                id(3),
                "CREATE INDEX CONCURRENTLY filled_idx ON filled (id)",
                "DROP INDEX CONCURRENTLY filled_idx"));
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), DATA);
        Cluster cluster = Cluster.start(server, disk.directory())) {
      TestDatabase database = cluster.database();
      database.deploy(manifest(table(1), FILLED));
      disk.fill(1024);

      Outcome outcome = database.deploy(manifest);

      Failure failure = outcome.failure().orElseThrow();
      assertThat(failure.sqlState()).hasValue("53100");
      assertThat(failure.message()).endsWith(": No space left on device");
      assertThat(failure.effect()).isEqualTo(Effect.PARTIAL);

      disk.free();

      assertThat(database.deploy(manifest).succeeded()).isTrue();
      assertThat(
              database.rows("SELECT indisvalid FROM pg_index WHERE indrelid = 'filled'::regclass"))
          .containsExactly("t");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatCannotWriteItsLogEndsAndTheDeployGoesOnWhenItIsThereAgain(Server server)
      throws Exception {
    Manifest manifest =
        manifest(
            table(1),
            migration(
                id(2),
                "CREATE TABLE logged (id int);\n"
                    + "SELECT count(pg_logical_emit_message(true, 'x', repeat('x', 1000000)))"
                    + " FROM generate_series(1, 50)",
                "DROP TABLE logged"));
    try (SmallDisk disk = SmallDisk.mount(temporary.resolve("disk"), DATA);
        Cluster cluster = Cluster.start(server, disk.directory())) {
      TestDatabase database = cluster.database();
      database.deploy(manifest(table(1)));
      disk.fill(1024);

      Outcome outcome = database.deploy(manifest);

      Failure failure = outcome.failure().orElseThrow();
      assertThat(failure.sqlState()).hasValueSatisfying(s -> assertThat(s).isIn("53100", "08006"));
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      disk.free();
      cluster.revive();
      assertThat(database.tables()).containsExactly("table_one");
      assertThat(database.deploy(manifest).succeeded()).isTrue();
      assertThat(database.tables()).containsExactly("logged", "table_one");
    }
  }
}
