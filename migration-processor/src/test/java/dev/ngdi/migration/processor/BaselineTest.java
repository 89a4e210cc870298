package dev.ngdi.migration.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy says was there before the first migration, found as javac finds files. */
class BaselineTest {
  private static final String TABLE = "CREATE TABLE app_user (id bigint PRIMARY KEY, mail text);";

  @TempDir Path root;

  @Test
  void aFileOfThePackage() {
    Project project = project("baseline.sql").resource("org/example/db/baseline.sql", TABLE);

    assertThat(project.compile().errors())
        .singleElement()
        .asString()
        .contains("there is no column `nail` in `app_user`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/db/migration", "/db/migration/"})
  void aDirectoryOfFlyways(String name) {
    Project project =
        project(name)
            .resource("db/migration/V10__rename.sql", "ALTER TABLE app_user RENAME mail TO email;")
            .resource("db/migration/V9__create.sql", TABLE);

    assertThat(project.compile().errors())
        .singleElement()
        .asString()
        .contains("there is no column `nail` in `app_user`", "`email`");
  }

  @Test
  void neither() {
    assertThat(project("/db/migrations").compile().errors())
        .singleElement()
        .asString()
        .contains("[policy-invalid] the file `/db/migrations` does not exist");
  }

  private Project project(String baseline) {
    return new Project(root)
        .plainSource(
            "org/example/db/package-info.java",
            "@dev.ngdi.migration.MigrationPolicy(baseline = \"%s\")\npackage org.example.db;\n"
                .formatted(baseline))
        .migration(
            "V20261122103900__alter_app_user_nail_default",
            "ALTER TABLE app_user ALTER COLUMN nail SET DEFAULT 'x'",
            "ALTER TABLE app_user ALTER COLUMN nail DROP DEFAULT");
  }
}
