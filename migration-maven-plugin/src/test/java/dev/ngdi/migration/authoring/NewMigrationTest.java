package dev.ngdi.migration.authoring;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.settings.GoalException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NewMigrationTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:37:00.5Z");

  @Test
  void hasTheTimeAsItsVersionAndThePackageOfTheOthers() throws Exception {
    assertThat(named("add_user_role_field", table(1)))
        .isEqualTo(
            new NewMigration(
                "V20261122103700__add_user_role_field", "org.example.db", MigrationType.SCHEMA));
  }

  @Test
  void isNewerThanTheNewestEvenIfThatIsInTheFuture() throws Exception {
    DeclaredMigration future =
        migration(
            "V20261231235959__create_app_user_table", "CREATE TABLE a (id int)", "DROP TABLE a");

    assertThat(named("add_user_role_field", future).id())
        .isEqualTo("V20270101000000__add_user_role_field");
  }

  @ParameterizedTest
  @CsvSource({
    "create_app_user_table, SCHEMA",
    "backfill_app_user_role, DATA",
    "fill_app_user_role, DATA",
    "seed_licence_rows, SEED"
  })
  void hasTheTypeThatItsActionTells(String name, MigrationType type) throws Exception {
    assertThat(named(name, table(1)).type()).isEqualTo(type);
  }

  @Test
  void needsAPackageIfItIsTheFirst() {
    assertThatThrownBy(() -> named("create_app_user_table"))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            there is no migration yet whose package could be taken
            say it: `-Ddb.package=org.example.db`""");
  }

  @Test
  void isRefusedAsTheCompilerWouldRefuseIt() {
    assertThatThrownBy(() -> named("addUserRole", table(1)))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            [name-format] `addUserRole` is not in lower snake case, the form that names have
                instead: final class V20261122103700__add_user_role""");
    assertThatThrownBy(() -> named("create_table_one", table(1)))
        .hasMessageStartingWith("[name-duplicate] ")
        .hasMessageContaining(id(1));
  }

  @Test
  void mayBeginWithAnActionOfThePolicy() throws Exception {
    assertThatThrownBy(() -> named("publish_dataset_rows", table(1)))
        .hasMessageStartingWith("[action-unknown] `publish` is not an action");
    assertThat(named("publish_dataset_rows", Set.of("publish"), table(1)).id())
        .isEqualTo("V20261122103700__publish_dataset_rows");
  }

  private static NewMigration named(String name, DeclaredMigration... existing)
      throws GoalException {
    return named(name, Set.of(), existing);
  }

  private static NewMigration named(String name, Set<String> actions, DeclaredMigration... existing)
      throws GoalException {
    return NewMigration.named(
        name, Optional.empty(), Optional.empty(), List.of(existing), actions, NOW);
  }
}
