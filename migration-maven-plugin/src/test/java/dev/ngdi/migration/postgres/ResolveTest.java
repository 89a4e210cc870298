package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Resolution;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.engine.ResolveRequest.As;
import dev.ngdi.migration.model.Manifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Attempts of which only a person can say what became of them. */
class ResolveTest {
  private static final Manifest FILLING =
      manifest(
          table(1),
          outside(
              id(2),
              "INSERT INTO table_one VALUES (1);\nINSERT INTO table_one VALUES (2)",
              "DELETE FROM table_one WHERE id = 2;\nDELETE FROM table_one WHERE id = 1"));

  @ParameterizedTest
  @EnumSource
  void withoutConfirmationItOnlySaysWhatWouldChange(Server server) throws DatabaseException {
    TestDatabase database = killedBeforeTheSecondRow(server);
    List<String> before = everything(database);

    Resolution resolution = resolve(database, As.APPLIED, false);

    assertThat(resolution.recorded()).isFalse();
    assertThat(resolution.found())
        .startsWith("`" + id(2) + "` was being applied by ann@ci at ")
        .endsWith("whether its last statement took effect cannot be seen");
    assertThat(resolution.changes())
        .containsExactly(
            "the history gets the row that says it is applied, and the journal what belongs to it",
            "the journal says of attempt 2 who settled it, and as what");
    assertThat(everything(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void asAppliedItIsAppliedAndCanBeTakenBack(Server server) throws DatabaseException {
    TestDatabase database = killedBeforeTheSecondRow(server);
    database.execute("INSERT INTO table_one VALUES (2)");

    assertThat(resolve(database, As.APPLIED, true).recorded()).isTrue();

    assertThat(states(database)).containsExactly(MigrationState.APPLIED, MigrationState.APPLIED);
    assertThat(database.rows("SELECT outcome, error FROM migration_journal ORDER BY attempt"))
        .containsExactly(
            "done|null", "resolved|resolved as applied by ann@ci, revision 1f0c2d3", "done|null");
    assertThat(database.deploy(FILLING).plan().upToDate()).isTrue();
    FlywayJudge.of(database, FILLING).validate();
    assertThat(database.down(FILLING, new DownRequest.Steps(1)).succeeded()).isTrue();
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("0");
  }

  @ParameterizedTest
  @EnumSource
  void asNotAppliedItBeginsAtItsFirstStatement(Server server) throws DatabaseException {
    TestDatabase database = killedBeforeTheSecondRow(server);
    database.execute("TRUNCATE table_one");

    assertThat(resolve(database, As.NOT_APPLIED, true).recorded()).isTrue();

    assertThat(states(database)).containsExactly(MigrationState.APPLIED, MigrationState.PENDING);
    assertThat(database.deploy(FILLING).succeeded()).isTrue();
    assertThat(database.rows("SELECT id FROM table_one ORDER BY 1")).containsExactly("1", "2");
  }

  @ParameterizedTest
  @EnumSource
  void asRetryItGoesOnAtItsLastStatement(Server server) throws DatabaseException {
    TestDatabase database = killedBeforeTheSecondRow(server);

    Resolution resolution = resolve(database, As.RETRY, true);

    assertThat(resolution.changes())
        .startsWith("the next `mvn db:deploy` goes on at its statement 2");
    assertThat(database.deploy(FILLING).succeeded()).isTrue();
    assertThat(database.rows("SELECT id FROM table_one ORDER BY 1")).containsExactly("1", "2");
    assertThat(database.historyRows()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasBegunToBeTakenBackIsSettledToo(Server server) throws DatabaseException {
    for (As as : As.values()) {
      TestDatabase database = server.database();
      database.deploy(FILLING);
      Killed.downAt(database, FILLING, "DELETE", 2);
      assertThat(states(database)).containsExactly(MigrationState.APPLIED, MigrationState.UNKNOWN);

      assertThat(resolve(database, as, true).recorded()).isTrue();

      switch (as) {
        case APPLIED ->
            assertThat(states(database))
                .containsExactly(MigrationState.APPLIED, MigrationState.PENDING);
        case NOT_APPLIED ->
            assertThat(states(database))
                .containsExactly(MigrationState.APPLIED, MigrationState.APPLIED);
        case RETRY -> {
          assertThat(database.down(FILLING, new DownRequest.Steps(1)).succeeded()).isTrue();
          assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("0");
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatNeedsNoResolvingIsRefusedWithWhatDoes(Server server) throws DatabaseException {
    TestDatabase database = killedBeforeTheSecondRow(server);

    try (PostgresDatabase connected = database.connect()) {
      Resolution resolution =
          new Engine(FILLING, connected, Progress.NONE)
              .resolve(new ResolveRequest(id(1), As.APPLIED, true));

      assertThat(resolution.recorded()).isFalse();
      assertThat(resolution.refusals())
          .containsExactly(
              Refusal.of(
                  "nothing-to-resolve",
                  "`" + id(1) + "` has nothing to resolve",
                  "name one that has: `" + id(2) + "`"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatFailedIsTriedAgainAnyway(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest failing =
        manifest(table(1), outside(id(2), "INSERT INTO elsewhere VALUES (1)", "SELECT 1"));
    database.deploy(failing);

    try (PostgresDatabase connected = database.connect()) {
      Engine engine = new Engine(failing, connected, Progress.NONE);
      assertThat(engine.resolve(new ResolveRequest(id(2), As.RETRY, true)).refusals())
          .extracting(Refusal::whatToDo)
          .containsExactly("type `mvn db:deploy`");
      assertThat(engine.resolve(new ResolveRequest(id(2), As.NOT_APPLIED, true)).recorded())
          .isTrue();
    }
    assertThat(database.historyRows()).hasSize(1);
  }

  private static TestDatabase killedBeforeTheSecondRow(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Killed.deployAt(database, FILLING, "INSERT", 2);
    return database;
  }

  private static Resolution resolve(TestDatabase database, As as, boolean confirmed)
      throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(FILLING, connected, Progress.NONE)
          .resolve(new ResolveRequest(id(2), as, confirmed));
    }
  }

  private static List<MigrationState> states(TestDatabase database) throws DatabaseException {
    return database.status(FILLING).stream().map(MigrationStatus::state).toList();
  }

  private static List<String> everything(TestDatabase database) {
    return database.rows(
        "SELECT j::text FROM migration_journal j UNION ALL SELECT h::text FROM"
            + " flyway_schema_history h");
  }
}
