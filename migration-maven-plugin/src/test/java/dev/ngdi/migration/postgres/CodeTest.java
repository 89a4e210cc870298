package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Migrations in Java, well behaved and not. */
class CodeTest {
  private static final Manifest MANIFEST = manifest(table(1), code(2));
  private TestDatabase database = Server.NEWEST.database();

  /** What a test's code does. */
  private interface Up {
    void run(MigrationContext context) throws SQLException;
  }

  private record Code(Up up) implements MigrationCode {
    @Override
    public void up(MigrationContext context) throws SQLException {
      up.run(context);
    }

    @Override
    public void down(MigrationContext context) throws SQLException {
      execute(context.connection(), "DELETE FROM table_one");
    }
  }

  @BeforeEach
  void deployTheTable() throws DatabaseException {
    database.deploy(manifest(table(1)));
  }

  @ParameterizedTest
  @EnumSource
  void codeIsAppliedAndTakenBack(Server server) throws DatabaseException {
    database = server.database();
    List<String> said = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void said(Step step, String message) {
            said.add(step.id() + ": " + message);
          }
        };
    MigrationCodes codes =
        m ->
            new Code(
                context -> {
                  execute(context.connection(), "INSERT INTO table_one VALUES (7)");
                  context.progress("1 row in " + context.schema());
                });
    try (PostgresDatabase connected = database.connect(database.settings(), codes)) {
      Engine engine = new Engine(MANIFEST, connected, progress);

      assertThat(engine.deploy(DeployRequest.PLAIN).failure()).isEmpty();
      assertThat(said).containsExactly(id(2) + ": 1 row in public");
      assertThat(database.rows("SELECT id FROM table_one")).containsExactly("7");

      assertThat(engine.down(new DownRequest.Steps(1)).succeeded()).isTrue();
      assertThat(database.rows("SELECT id FROM table_one")).isEmpty();
      assertThat(database.journalRows())
          .containsExactly(
              id(1) + "|up|done|1|script", id(2) + "|up|done|2|code", id(2) + "|down|done|3|null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit", "rollback", "close", "setAutoCommit", "abort"})
  void codeDoesNotEndItsTransaction(String method) throws DatabaseException {
    Failure failure =
        failure(
            context -> {
              execute(context.connection(), "INSERT INTO table_one VALUES (7)");
              Connection connection = context.connection();
              switch (method) {
                case "commit" -> connection.commit();
                case "rollback" -> connection.rollback();
                case "close" -> connection.close();
                case "setAutoCommit" -> connection.setAutoCommit(true);
                default -> connection.abort(Runnable::run);
              }
            });

    assertThat(failure.message())
        .isEqualTo(
            "a migration does not call `"
                + method
                + "`: its transaction is begun and ended for it");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertNothingHappened();
  }

  @Test
  void noWayAroundLeadsToTheRealConnection() throws DatabaseException {
    Failure failure =
        failure(
            context -> {
              try (Statement statement = context.connection().createStatement();
                  ResultSet row = statement.executeQuery("SELECT 1")) {
                assertThat(row.getStatement().getConnection()).isSameAs(context.connection());
                assertThat(context.connection().getMetaData().getConnection())
                    .isSameAs(context.connection());
                assertThat(context.connection().unwrap(PGConnection.class))
                    .isNotInstanceOf(Connection.class);
                row.getStatement().unwrap(Statement.class);
              }
            });

    assertThat(failure.message())
        .isEqualTo("a migration's connection is not unwrapped to java.sql.Statement");
  }

  @Test
  void anErrorIsAFailureAndCommitsNothing() throws DatabaseException {
    Failure failure =
        failure(
            context -> {
              execute(context.connection(), "INSERT INTO table_one VALUES (7)");
              throw new StackOverflowError();
            });

    assertThat(failure.message()).isEqualTo("StackOverflowError");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertNothingHappened();
  }

  @Test
  void theLineOfTheClassThatThrewIsSaid() throws DatabaseException {
    DeclaredMigration m = code(2);
    Manifest manifest =
        manifest(
            table(1),
            new DeclaredMigration(
                m.id(),
                Dividing.class.getName(),
                m.type(),
                m.documentation(),
                m.up(),
                m.down(),
                m.verify(),
                m.code(),
                m.irreversible(),
                m.accepted(),
                m.environments(),
                m.reversibility()));

    try (PostgresDatabase connected =
        database.connect(database.settings(), declared -> new Dividing())) {
      Failure failure =
          new Engine(manifest, connected, Progress.NONE)
              .deploy(DeployRequest.PLAIN)
              .failure()
              .orElseThrow();

      assertThat(failure.message()).isEqualTo("division by zero");
      assertThat(failure.place())
          .hasValueSatisfying(p -> assertThat(p).matches("CodeTest.java:\\d+"));
    }
  }

  /** Fails in the database, some frames below its own. */
  private static final class Dividing implements MigrationCode {
    @Override
    public void up(MigrationContext context) throws SQLException {
      execute(context.connection(), "SELECT 1 / 0");
    }
  }

  @Test
  void aSwallowedExceptionIsAFailure() throws DatabaseException {
    Failure failure =
        failure(
            context -> {
              execute(context.connection(), "INSERT INTO table_one VALUES (7)");
              try {
                execute(context.connection(), "SELECT 1 / 0");
              } catch (SQLException swallowed) {
                assertThat(swallowed.getSQLState()).isEqualTo("22012");
              }
            });

    assertThat(failure.message())
        .isEqualTo(
            "PostgreSQL refused one of its statements, and the code went on without throwing that");
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMIT; BEGIN", "COMMIT", "COMMIT; SELECT 1 / 0", "ROLLBACK"})
  void aTransactionEndedBySqlIsNoticed(String end) throws DatabaseException {
    Failure failure =
        failure(
            context -> execute(context.connection(), "INSERT INTO table_one VALUES (7); " + end));

    assertThat(failure.message()).isEqualTo("the code ended the transaction that it runs in");
    assertThat(failure.effect()).isEqualTo(Effect.PARTIAL);
    assertThat(database.historyRows()).hasSize(1);
  }

  @Test
  void savepointsWork() throws DatabaseException {
    Outcome outcome =
        deploy(
            context -> {
              Savepoint savepoint = context.connection().setSavepoint();
              execute(context.connection(), "INSERT INTO table_one VALUES (7)");
              context.connection().rollback(savepoint);
              execute(context.connection(), "INSERT INTO table_one VALUES (8)");
            });

    assertThat(outcome.failure()).isEmpty();
    assertThat(database.rows("SELECT id FROM table_one")).containsExactly("8");
  }

  @Test
  void theConnectionIsTheMigrationsOnlyWhileItRuns() throws DatabaseException {
    List<Connection> kept = new ArrayList<>();

    assertThat(deploy(context -> kept.add(context.connection())).failure()).isEmpty();

    assertThatThrownBy(() -> kept.get(0).createStatement())
        .hasMessage("the migration is over, and its connection is not its own any more");
  }

  @Test
  void aClassThatDoesNotLoadRefusesThePlanBeforeAnythingRuns() throws DatabaseException {
    TestDatabase empty = Server.NEWEST.database();

    Outcome outcome = empty.deploy(MANIFEST);

    assertThat(outcome.plan().refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("code-not-loaded");
              assertThat(r.message())
                  .isEqualTo(
                      "the class of `"
                          + id(2)
                          + "` cannot be made: ClassNotFoundException: org.example.db."
                          + id(2));
            });
    assertThat(empty.tables()).isEmpty();
  }

  private Failure failure(Up up) throws DatabaseException {
    return deploy(up).failure().orElseThrow();
  }

  private Outcome deploy(Up up) throws DatabaseException {
    try (PostgresDatabase connected = database.connect(database.settings(), m -> new Code(up))) {
      return new Engine(MANIFEST, connected, Progress.NONE).deploy(DeployRequest.PLAIN);
    }
  }

  private void assertNothingHappened() {
    assertThat(database.rows("SELECT id FROM table_one")).isEmpty();
    assertThat(database.historyRows()).hasSize(1);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
