package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.model.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk is full: of one table, whose file is the device that never has room. */
class FullDiskTest {

  @ParameterizedTest
  @EnumSource
  void aMigrationThatMeetsAFullDiskIsRolledBackAndSaysSo(Server server) throws Exception {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));
    Manifest filling =
        manifest(
            table(1),
            migration(
                id(2),
                "CREATE TABLE copy (id int);\nINSERT INTO table_one VALUES (1)",
                "DELETE FROM table_one;\nDROP TABLE copy"));
    Path file =
        Path.of(database.rows("SHOW data_directory").get(0))
            .resolve(database.rows("SELECT pg_relation_filepath('table_one')").get(0));
    Path room = Files.move(file, file.resolveSibling("room"));
    Files.createSymbolicLink(file, Path.of("/dev/full"));

    Outcome outcome = database.deploy(filling);

    Failure failure = outcome.failure().orElseThrow();
    assertThat(failure.sqlState()).hasValue("53100");
    assertThat(failure.message())
        .startsWith("could not extend file \"base/")
        .endsWith("\": No space left on device");
    assertThat(failure.line()).hasValue(2);
    assertThat(failure.detail())
        .isEqualTo(
            "hint: Check free disk space.\n"
                + "the server's disk is full: free space there, which nothing here can do");
    assertThat(failure.effect()).isEqualTo(Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.rows("SELECT outcome FROM migration_journal WHERE id = '" + id(2) + "'"))
        .as("it is tried once")
        .containsExactly("failed");

    Files.delete(file);
    Files.move(room, file);

    assertThat(database.deploy(filling).succeeded()).isTrue();
    assertThat(database.rows("SELECT count(*) FROM table_one")).containsExactly("1");
  }
}
