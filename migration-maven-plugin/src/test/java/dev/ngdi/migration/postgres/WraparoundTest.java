package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An autovacuum that prevents a wraparound does not give way. */
@Tag("crash")
class WraparoundTest {
  private static final String TABLE = "CREATE TABLE old (id int, text text)";
  private static final int ROWS = 200;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void itIsNamedAndWaitedForPatiently(Server server) throws Exception {
    Manifest manifest = Replayed.manifest("", TABLE, "ALTER TABLE old ADD COLUMN city text");
    List<Blocker> told = new CopyOnWriteArrayList<>();
    List<Long> pauses = new CopyOnWriteArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void blocked(Step step, List<Blocker> blockers) {
            told.addAll(blockers);
          }

          @Override
          public void retrying(Step step, int tries, long milliseconds, String message) {
            pauses.add(milliseconds);
          }
        };
    try (Cluster cluster =
        Cluster.start(
            server,
            directory,
            Map.of("autovacuum_freeze_max_age", "100000", "autovacuum_naptime", "1"))) {
      TestDatabase database = cluster.database();
      database.deploy(Replayed.manifest("", TABLE));
      makeOld(database);

      try (PostgresDatabase connected =
          database.connect(
              database.limited(Duration.ofMinutes(2), Duration.ofSeconds(1), Duration.ZERO))) {
        assertThat(
                new Engine(manifest, connected, progress).deploy(DeployRequest.PLAIN).succeeded())
            .isTrue();
      }

      assertThat(told)
          .isNotEmpty()
          .allSatisfy(blocker -> assertThat(blocker.kind()).isEqualTo(Blocker.Kind.WRAPAROUND));
      assertThat(told.get(0).sentence())
          .matches(
              "the autovacuum in process \\d+, which prevents a wraparound of transaction ids and"
                  + " does not give way, in a transaction since .*, active: autovacuum: VACUUM.*"
                  + ".* public.old \\(to prevent wraparound\\)");
      assertThat(pauses).isNotEmpty().allSatisfy(p -> assertThat(p).isGreaterThanOrEqualTo(15000));
    }
  }

  /** Uses transaction ids up until an autovacuum comes, which takes its time for each page. */
  private static void makeOld(TestDatabase database) {
    database.execute(
        "ALTER TABLE old ALTER text SET STORAGE PLAIN; ALTER TABLE old SET (autovacuum_enabled = off, autovacuum_vacuum_cost_delay = 100,"
            + " autovacuum_vacuum_cost_limit = 1)");
    database.execute(
        "INSERT INTO old SELECT g, repeat('x', 4000) FROM generate_series(1, " + ROWS + ") g");
    database.execute(
        "CREATE TABLE burnt (id int); DO $$ BEGIN FOR i IN 1 .. 120000 LOOP BEGIN INSERT INTO burnt"
            + " VALUES (i); EXCEPTION WHEN OTHERS THEN RAISE; END; END LOOP; END $$; DROP TABLE"
            + " burnt");
    database.await(
        "SELECT FROM pg_stat_activity WHERE query LIKE 'autovacuum: VACUUM%public.old (to prevent"
            + " wraparound)'");
  }
}
