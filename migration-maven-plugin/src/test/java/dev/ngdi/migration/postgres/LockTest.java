package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.locking;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deploys to tables that others use at that moment. */
class LockTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Manifest ADDING =
      manifest(
          table(1),
          migration(
              id(2),
              "ALTER TABLE table_one ADD COLUMN name text",
              "ALTER TABLE table_one DROP COLUMN name"));

  /** Somebody else's transaction. */
  private static final class Somebody implements AutoCloseable {
    private final Connection connection;

    Somebody(TestDatabase database) throws SQLException {
      connection = database.open();
      execute("SET application_name = 'portal'");
      connection.setAutoCommit(false);
    }

    void execute(String sql) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    void commit() {
      try {
        connection.commit();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** Keeps what it is told, and does something at the second try. */
  private static class Told implements Progress {
    final List<Integer> tries = new ArrayList<>();
    final List<Blocker> blockers = new CopyOnWriteArrayList<>();

    @Override
    public void retrying(Step step, int number, long milliseconds, String reason) {
      tries.add(number);
      if (number == 2) {
        atSecondTry();
      }
    }

    @Override
    public void blocked(Step step, List<Blocker> seen) {
      blockers.addAll(seen);
    }

    void atSecondTry() {}
  }

  @ParameterizedTest
  @EnumSource
  void aLockThatSomebodyHoldsIsWaitedForInShortTries(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    try (Somebody reader = new Somebody(database)) {
      reader.execute("SELECT count(*) FROM table_one");
      List<String> meanwhile = new ArrayList<>();
      Told told =
          new Told() {
            @Override
            void atSecondTry() {
              meanwhile.addAll(
                  database.rows(
                      "SELECT state, xact_start, (SELECT count(*) FROM pg_locks l WHERE l.pid ="
                          + " a.pid AND locktype = 'relation') FROM pg_stat_activity a WHERE"
                          + " datname = current_database() AND application_name ="
                          + " 'migration-maven-plugin'"));
              reader.commit();
            }
          };

      Outcome outcome = deploy(database, ADDING, limits(database, LONG, SHORT), told);

      assertThat(outcome.succeeded()).isTrue();
      assertThat(told.tries).containsExactly(1, 2);
      assertThat(outcome.done())
          .singleElement()
          .satisfies(
              done -> {
                assertThat(done.tries()).isEqualTo(3);
                assertThat(done.waited()).isBetween(1L, done.milliseconds());
              });
      assertThat(meanwhile).as("between two tries nothing is held").containsExactly("idle|null|0");
      assertThat(told.blockers)
          .isNotEmpty()
          .allSatisfy(
              b -> {
                assertThat(b.application()).isEqualTo("portal");
                assertThat(b.user()).isEqualTo("postgres");
                assertThat(b.state()).isEqualTo("idle in transaction");
                assertThat(b.query()).isEqualTo("SELECT count(*) FROM table_one");
                assertThat(b.since()).isPresent();
              });
      assertThat(database.historyRows()).hasSize(2);
      assertThat(database.journalRows())
          .as("tries are not attempts")
          .containsExactly(id(1) + "|up|done|1|script", id(2) + "|up|done|2|script");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatSomebodyChangesIsWaitedForInShortTries(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    database.execute("INSERT INTO table_one VALUES (1), (2)");
    Manifest filling =
        manifest(
            table(1),
            locking(
                id(2),
                "UPDATE table_one SET id = id + 10",
                new RelationEffect("table_one", "ROW EXCLUSIVE", "nothing", false, false, false)));
    try (Somebody writer = new Somebody(database)) {
      writer.execute("UPDATE table_one SET id = 3 WHERE id = 2");
      Told told =
          new Told() {
            @Override
            void atSecondTry() {
              database.execute("SELECT FROM table_one WHERE id = 1 FOR UPDATE NOWAIT");
              writer.commit();
            }
          };

      Outcome outcome = deploy(database, filling, limits(database, LONG, SHORT), told);

      assertThat(outcome.succeeded()).isTrue();
      assertThat(told.tries).as("the other row is free between two").containsExactly(1, 2);
      assertThat(database.rows("SELECT id FROM table_one ORDER BY 1")).containsExactly("11", "13");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whenTheTimeIsOverItSaysWhoHoldsTheLock(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    try (Somebody reader = new Somebody(database)) {
      reader.execute("LOCK TABLE table_one IN ACCESS SHARE MODE");

      Outcome outcome =
          deploy(database, ADDING, limits(database, Duration.ofMillis(900), SHORT), Progress.NONE);

      Failure failure = outcome.failure().orElseThrow();
      assertThat(failure.sqlState()).hasValue("55P03");
      assertThat(failure.effect()).isEqualTo(Effect.NONE);
      assertThat(failure.message()).isEqualTo("canceling statement due to lock timeout");
      assertThat(failure.detail().lines())
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .matches(
                          "held up by process \\d+, user `postgres`, application `portal`, from"
                              + " 127\\.0\\.0\\.1, in a transaction since \\S+, idle in transaction:"
                              + " LOCK TABLE table_one IN ACCESS SHARE MODE"),
              line -> assertThat(line).matches("given up after \\d+ tries in \\d+ s"));
      assertThat(database.journalRows())
          .containsExactly(id(1) + "|up|done|1|script", id(2) + "|up|failed|null|script");
    }
    assertThat(database.deploy(ADDING).succeeded()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aPreparedTransactionIsNamed(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    try (Somebody coordinator = new Somebody(database)) {
      coordinator.execute("INSERT INTO table_one VALUES (1)");
      coordinator.execute("PREPARE TRANSACTION 'transfer-" + database.name() + "'");
    }
    Told told =
        new Told() {
          @Override
          void atSecondTry() {
            database.execute("COMMIT PREPARED 'transfer-" + database.name() + "'");
          }
        };

    assertThat(deploy(database, ADDING, limits(database, LONG, SHORT), told).succeeded()).isTrue();
    assertThat(told.blockers)
        .isNotEmpty()
        .allSatisfy(
            b -> {
              assertThat(b.kind()).isEqualTo(Blocker.Kind.PREPARED);
              assertThat(b.application()).isEqualTo("transfer-" + database.name());
            });
  }

  @ParameterizedTest
  @EnumSource
  void theOneThatGivesWayInADeadlockTriesAgain(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1), table(2)));
    Manifest both =
        manifest(
            table(1),
            table(2),
            migration(
                id(3),
                "LOCK TABLE table_one;\nLOCK TABLE table_two;\nCREATE TABLE table_three (id int)",
                "DROP TABLE table_three"));
    try (Somebody other = new Somebody(database)) {
      other.execute("SET LOCAL deadlock_timeout = '1h'");
      other.execute("LOCK TABLE table_two");
      List<CompletableFuture<Void>> crossing = new ArrayList<>();
      Told told =
          new Told() {
            @Override
            public void statement(Step step, StatementSpan statement) {
              if (statement.summary().equals("LOCK TABLE table_two") && crossing.isEmpty()) {
                crossing.add(
                    CompletableFuture.runAsync(
                        () -> {
                          other.execute("LOCK TABLE table_one");
                          other.commit();
                        },
                        task -> new Thread(task).start()));
                awaitWaiting(database, "portal");
              }
            }
          };

      Outcome outcome = deploy(database, both, limits(database, LONG, Duration.ZERO), told);

      assertThat(outcome.succeeded()).isTrue();
      assertThat(told.tries).containsExactly(1);
      crossing.get(0).get(60, TimeUnit.SECONDS);
      assertThat(database.tables()).containsExactly("table_one", "table_three", "table_two");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConcurrentBuildIsNotGivenUpAndSaysWhomItWaitsFor(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    Manifest building =
        manifest(
            table(1),
            outside(
                id(2),
                "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
                "DROP INDEX CONCURRENTLY one_idx"));
    try (Somebody writer = new Somebody(database)) {
      writer.execute("INSERT INTO table_one VALUES (1)");
      Told told =
          new Told() {
            @Override
            public void blocked(Step step, List<Blocker> seen) {
              super.blocked(step, seen);
              writer.commit();
            }
          };

      Outcome outcome = deploy(database, building, limits(database, LONG, SHORT), told);

      assertThat(outcome.succeeded()).isTrue();
      assertThat(told.tries).isEmpty();
      assertThat(told.blockers).extracting(Blocker::application).containsExactly("portal");
      assertThat(outcome.done())
          .singleElement()
          .satisfies(
              done -> {
                assertThat(done.tries()).isEqualTo(1);
                assertThat(done.waited()).isBetween(1L, done.milliseconds());
              });
      assertThat(
              database.rows(
                  "SELECT indisvalid FROM pg_index WHERE indexrelid = 'one_idx'::regclass"))
          .containsExactly("t");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatLocksOutsideATransactionIsTriedAgainByItself(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    Manifest vacuuming =
        manifest(table(1), outside(id(2), "VACUUM (FULL) table_one", "VACUUM (FULL) table_one"));
    try (Somebody reader = new Somebody(database)) {
      reader.execute("SELECT FROM table_one");
      Told told =
          new Told() {
            @Override
            void atSecondTry() {
              reader.commit();
            }
          };

      assertThat(deploy(database, vacuuming, limits(database, LONG, SHORT), told).succeeded())
          .isTrue();
      assertThat(told.tries).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatHoldsUpTrafficIsLimitedAndOnlyUntilThen(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute("CREATE TABLE seen (migration int, lock_timeout text)");
    String see = "INSERT INTO seen SELECT %d, current_setting('lock_timeout')";
    RelationEffect weak = new RelationEffect("seen", "", "nothing", false, false, false);
    RelationEffect strong = new RelationEffect("seen", "", "writes", false, false, false);
    Manifest manifest =
        manifest(
            locking(id(1), see.formatted(1), weak),
            locking(id(2), see.formatted(2), strong),
            migration(id(3), "SET LOCAL lock_timeout = '7s';\n" + see.formatted(3), "SELECT 1"),
            locking(id(4), see.formatted(4), strong));

    try (PostgresDatabase connected =
        database.connect(limits(database, LONG, Duration.ofMillis(1234)))) {
      assertThat(
              new Engine(manifest, connected, Progress.NONE)
                  .deploy(
                      new DeployRequest(
                          Optional.empty(), false, Optional.empty(), Optional.of("20200101000000")))
                  .succeeded())
          .isTrue();
    }

    assertThat(database.rows("SELECT * FROM seen ORDER BY 1"))
        .containsExactly("1|0", "2|1234ms", "3|7s", "4|1234ms");
  }

  @ParameterizedTest
  @EnumSource
  void whatRunsTooLongSaysWhoseLimitThatIs(Server server) throws Exception {
    TestDatabase database = server.database();
    ConnectionSettings limited = database.limited(LONG, SHORT, Duration.ofSeconds(1));
    Manifest slow = manifest(migration(id(1), "SELECT pg_sleep(600)", "SELECT 1"));
    Manifest slowByItself =
        manifest(
            migration(
                id(1), "SET LOCAL statement_timeout = 100;\nSELECT pg_sleep(600)", "SELECT 1"));

    assertThat(deploy(database, slow, limited, Progress.NONE).failure().orElseThrow().detail())
        .isEqualTo("the limit is `db.statementTimeout`: 1 s");
    assertThat(
            deploy(database, slowByItself, limited, Progress.NONE).failure().orElseThrow().detail())
        .isEqualTo("the limit is the script's own");
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlySoundsLikeALimitIsNone(Server server) throws Exception {
    TestDatabase database = server.database();
    String cancelled =
        "DO $$ BEGIN RAISE EXCEPTION 'canceling statement due to statement timeout' USING ERRCODE ="
            + " 'query_canceled'; END $$";
    String itself = "SET LOCAL statement_timeout = '1h';\n" + cancelled;

    for (String sql : List.of(cancelled, itself)) {
      Manifest manifest = manifest(migration(id(1), sql, "SELECT 1"));
      ConnectionSettings limited = database.limited(LONG, SHORT, Duration.ofMinutes(1));

      assertThat(deploy(database, manifest, limited, Progress.NONE).failure().orElseThrow())
          .satisfies(
              failure -> {
                assertThat(failure.message()).contains("due to statement timeout");
                assertThat(failure.detail()).doesNotContain("limit");
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void codeIsTriedAgainWithAnotherInstance(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    AtomicInteger instances = new AtomicInteger();
    try (Somebody reader = new Somebody(database)) {
      reader.execute("SELECT FROM table_one");
      Told told =
          new Told() {
            @Override
            void atSecondTry() {
              reader.commit();
            }
          };
      MigrationCodes codes =
          m -> {
            instances.incrementAndGet();
            return new Locking();
          };

      Outcome outcome;
      try (PostgresDatabase connected = database.connect(limits(database, LONG, SHORT), codes)) {
        outcome =
            new Engine(manifest(table(1), code(2)), connected, told).deploy(DeployRequest.PLAIN);
      }

      assertThat(outcome.succeeded()).isTrue();
      assertThat(instances).hasValue(3);
    }
  }

  /** Works once. */
  private static final class Locking implements MigrationCode {
    private boolean used;

    @Override
    public void up(MigrationContext context) throws SQLException {
      if (used) {
        throw new IllegalStateException("used before");
      }
      used = true;
      try (Statement statement = context.connection().createStatement()) {
        statement.execute("ALTER TABLE table_one ADD COLUMN name text");
      }
    }
  }

  private static ConnectionSettings limits(TestDatabase database, Duration wait, Duration timeout) {
    return database.limited(wait, timeout, Duration.ZERO);
  }

  private static Outcome deploy(
      TestDatabase database, Manifest manifest, ConnectionSettings settings, Progress progress)
      throws DatabaseException {
    try (PostgresDatabase connected = database.connect(settings)) {
      return new Engine(manifest, connected, progress).deploy(DeployRequest.PLAIN);
    }
  }

  private static void awaitWaiting(TestDatabase database, String application) {
    database.await(
        "SELECT FROM pg_stat_activity WHERE application_name = '"
            + application
            + "' AND datname = current_database() AND wait_event_type = 'Lock'");
  }
}
