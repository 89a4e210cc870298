package dev.ngdi.migration.project;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure is shown on the line of the class on which its statement stands. */
final class MigrationSourcesTest {
  private static final String SCRIPT =
      "CREATE TABLE two (code text CHECK (code ~ '^\\d+$'));\n\nGRANT SELECT ON two TO nobody;\n";

  @TempDir private Path root;

  @Test
  void inATextBlock() throws IOException {
    write(
        """
        package org.example.db;

        /** Needed: up = "nothing". */
        @SchemaMigration(
            up = \"""
                CREATE TABLE two (code text CHECK (code ~ '^\\\\d+$'));

                GRANT SELECT ON two TO nobody;
                \""",
            down = "DROP TABLE two;")
        final class V20261101000002__create_table_two {}
        """);

    assertThat(place(SCRIPT, 1)).hasValue("V20261101000002__create_table_two.java:6");
    assertThat(place(SCRIPT, 3)).hasValue("V20261101000002__create_table_two.java:8");
  }

  @Test
  void inAString() throws IOException {
    write("@SchemaMigration(\n    up = \"DROP TABLE two\",\n    down = \"SELECT 1\")\n");

    assertThat(place("DROP TABLE two", 1)).hasValue("V20261101000002__create_table_two.java:2");
  }

  @Test
  void nowhereIfTheSourceHasItOtherwise() throws IOException {
    write(
        """
        @SchemaMigration(
            up = \"""
                CREATE TABLE two (id int); \\
                GRANT SELECT ON two TO nobody;
                \""")
        """);

    assertThat(place("CREATE TABLE two (id int); GRANT SELECT ON two TO nobody;\n", 1)).isEmpty();
    assertThat(place("CREATE TABLE three ();\nGRANT SELECT ON two TO nobody;\n", 2)).isEmpty();
  }

  @Test
  void nowhereWithoutTheSource() {
    assertThat(place(SCRIPT, 1)).isEmpty();
  }

  private void write(String source) throws IOException {
    Path file = root.resolve("org/example/db/V20261101000002__create_table_two.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
  }

  private Optional<String> place(String script, int line) {
    Plan plan =
        Planner.deploy(
            manifest(migration(id(2), script, "DROP TABLE two")),
            List.of(),
            Map.of(),
            DeployRequest.PLAIN);
    Failure failure =
        new Failure(
            id(2),
            Direction.UP,
            Optional.empty(),
            Optional.empty(),
            Optional.of(line),
            Optional.of("42704"),
            "it failed",
            "",
            Failure.Effect.NONE);
    return new MigrationSources(List.of(root.resolve("elsewhere"), root))
        .locate(new Outcome(plan, List.of(), Optional.of(failure)))
        .failure()
        .flatMap(Failure::place);
  }
}
