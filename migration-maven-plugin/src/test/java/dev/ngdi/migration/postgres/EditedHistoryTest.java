package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.model.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody changed the rows of the history by hand. */
class EditedHistoryTest {
  private static final Manifest THREE = manifest(table(1), table(2), table(3));

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
