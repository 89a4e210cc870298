package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrencyTest {
  /** The common pool has one thread on a small machine, and a deployer that waits holds it. */
  private static final Executor THREAD_EACH = task -> new Thread(task).start();

  private static final Manifest MANIFEST =
      manifest(
          table(1),
          outside(
              id(2),
              "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
              "DROP INDEX CONCURRENTLY one_idx"),
          table(3));

  @ParameterizedTest
  @EnumSource
  void ofTwoDeployersOneAppliesAndTheOtherWaitsAndAppliesNothing(Server server) throws Exception {
    TestDatabase database = server.database();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    List<String> holders = new CopyOnWriteArrayList<>();

    CompletableFuture<Outcome> first =
        CompletableFuture.supplyAsync(
            () ->
                deploy(
                    database,
                    new Progress() {
                      @Override
                      public void started(Step step, int number, int total) {
                        begun.countDown();
                        await(waited);
                      }
                    }),
            THREAD_EACH);
    await(begun);
    CompletableFuture<Outcome> second =
        CompletableFuture.supplyAsync(
            () ->
                deploy(
                    database,
                    new Progress() {
                      @Override
                      public void waiting(String holder) {
                        holders.add(holder);
                        waited.countDown();
                      }
                    }),
            THREAD_EACH);

    assertThat(first.get(60, TimeUnit.SECONDS).done()).hasSize(3);
    assertThat(second.get(60, TimeUnit.SECONDS).plan().upToDate()).isTrue();
    assertThat(holders.get(0))
        .matches(
            "process \\d+, user `postgres`, application `migration-maven-plugin`, from"
                + " \\S+, connected since .+");
    assertThat(database.historyRows()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void fourDeployersAtOnceApplyEachMigrationOnce(Server server) {
    TestDatabase database = server.database();
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<Outcome>> all =
        List.of(1, 2, 3, 4).stream()
            .map(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          await(start);
                          return deploy(database, Progress.NONE);
                        },
                        THREAD_EACH))
            .toList();

    start.countDown();

    assertThat(all.stream().map(CompletableFuture::join).map(o -> o.done().size()))
        .containsExactlyInAnyOrder(3, 0, 0, 0);
    assertThat(database.historyRows()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aDeployerThatWaitsTooLongSaysForWhom(Server server) throws DatabaseException {
    TestDatabase database = server.database();

    try (PostgresDatabase holder = database.connect();
        PostgresDatabase waiting = database.connect(database.waiting(Duration.ofMillis(100)))) {
      holder.locked(
          Progress.NONE,
          () -> {
            assertThatThrownBy(() -> waiting.locked(Progress.NONE, () -> "never"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("another deployer did not finish within 0 s: process ")
                .hasMessageContaining("application `migration-maven-plugin`");
            return "held";
          });
      assertThat(waiting.locked(Progress.NONE, () -> "now")).isEqualTo("now");
    }
  }

  @ParameterizedTest
  @EnumSource
  void flywayWaitsForUsAndWeForFlyway(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));

    try (PostgresDatabase holder = database.connect()) {
      holder.locked(
          Progress.NONE,
          () -> {
            assertThatThrownBy(
                    () -> FlywayJudge.of(database, manifest(table(1), table(3)), 1).migrate())
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("Number of retries exceeded");
            return "held";
          });
    }
    assertThat(database.tables()).containsExactly("table_one");

    FlywayJudge.of(
            database,
            manifest(table(1), table(3)),
            1,
            () ->
                assertThatThrownBy(
                        () -> {
                          try (PostgresDatabase waiting =
                              database.connect(database.waiting(Duration.ofMillis(100)))) {
                            waiting.locked(Progress.NONE, () -> "never");
                          }
                        })
                    .hasMessageContaining("application `Redgate_Flyway`"))
        .migrate();
    assertThat(database.tables()).containsExactly("table_one", "table_three");
  }

  private static Outcome deploy(TestDatabase database, Progress progress) {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(MANIFEST, connected, progress).deploy(DeployRequest.PLAIN);
    } catch (DatabaseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
