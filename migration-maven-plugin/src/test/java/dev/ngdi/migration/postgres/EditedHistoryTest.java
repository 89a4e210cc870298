package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody changed the rows of the history by hand. */
class EditedHistoryTest {
  private static final Manifest THREE = manifest(table(1), table(2), table(3));

  @ParameterizedTest
  @EnumSource
  void aRowThatIsGoneInTheMiddleMakesItsMigrationLate(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(THREE);

    database.execute("DELETE FROM flyway_schema_history WHERE version = '20261101000002'");

    assertThat(database.deploy(THREE).plan().refusals())
        .extracting(Refusal::message)
        .containsExactly(
            "`%s` is older than `%s`, which is applied, and was never applied"
                .formatted(id(2), id(3)));
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatIsGoneAtTheEndMakesItsMigrationFailOnWhatIsThere(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(THREE);

    database.execute("DELETE FROM flyway_schema_history WHERE version = '20261101000003'");
    Outcome outcome = database.deploy(THREE);

    assertThat(outcome.failure().map(Failure::message))
        .hasValue("relation \"table_three\" already exists");
    assertThat(outcome.failure().map(Failure::effect)).hasValue(Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one", "table_three", "table_two");
  }

  @ParameterizedTest
  @EnumSource
  void aRowOfATypeThatNobodyKnowsIsShownAndRefused(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(THREE);

    database.execute(
        "INSERT INTO flyway_schema_history VALUES (9, '99999999999999', 'by hand', 'GROOVY',"
            + " 'x.groovy', 1, 'ann', now(), 1, true)");

    assertThat(database.status(THREE))
        .extracting(MigrationStatus::state)
        .containsExactly(
            MigrationState.APPLIED,
            MigrationState.APPLIED,
            MigrationState.APPLIED,
            MigrationState.MISSING);
    assertThat(database.deploy(manifest(table(1), table(2), table(3), table(4))).plan().refused())
        .isTrue();
  }
}
