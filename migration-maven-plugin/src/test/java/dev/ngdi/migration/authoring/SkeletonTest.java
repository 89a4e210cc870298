package dev.ngdi.migration.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SkeletonTest {
  private static final String ID = "V20261122103700__add_user_role_field";

  @TempDir private Path sources;

  @Test
  void isAClassThatWaitsForItsSentenceAndItsSql() {
    assertThat(skeleton(MigrationType.SCHEMA).text())
        .isEqualTo(
            """
            package org.example.db;

            import dev.ngdi.migration.SchemaMigration;

            @SchemaMigration(
                up = \"""
                    -- makes the change
                    \""",
                down = \"""
                    -- takes it back
                    \"""
            )
            final class V20261122103700__add_user_role_field {
            }
            """);
  }

  @ParameterizedTest
  @CsvSource({"SCHEMA, SchemaMigration", "DATA, DataMigration", "SEED, SeedMigration"})
  void bearsTheAnnotationOfItsType(MigrationType type, String annotation) {
    assertThat(skeleton(type).text())
        .contains("import dev.ngdi.migration." + annotation + ";\n", "\n@" + annotation + "(\n");
  }

  @Test
  void isWrittenIntoItsPackage() throws Exception {
    Path file = skeleton(MigrationType.SCHEMA).writeTo(sources);

    assertThat(file).isEqualTo(sources.resolve("org/example/db/" + ID + ".java"));
    assertThat(file).hasContent(skeleton(MigrationType.SCHEMA).text());
  }

  @Test
  void isNeverWrittenOverAnotherFile() throws Exception {
    Path file = skeleton(MigrationType.SCHEMA).writeTo(sources);
    Files.writeString(file, "mine");

    assertThatThrownBy(() -> skeleton(MigrationType.SCHEMA).writeTo(sources))
        .isInstanceOf(GoalException.class)
        .hasMessage("`%s` is there already, and stays as it is".formatted(file));
    assertThat(file).hasContent("mine");
  }

  private static Skeleton skeleton(MigrationType type) {
    return new Skeleton(new NewMigration(ID, "org.example.db", type));
  }
}
