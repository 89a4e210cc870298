package dev.ngdi.migration.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestFile;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.model.Reversibility;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompiledMigrationsTest {
  private static final String ID = "V20261101090000__import_keyword_rows";
  private static final String UP = "INSERT INTO keyword VALUES ('soil');\n";
  private static final Manifest MANIFEST = new Manifest(15, List.of(fromFile()));

  @TempDir private Path classes;

  @BeforeEach
  void compile() throws IOException {
    write(Manifest.PATH, ManifestFile.write(MANIFEST));
    write("org/example/db/keywords.sql", UP);
  }

  @Test
  void areWhatTheManifestSays() throws Exception {
    assertThat(CompiledMigrations.in(classes, List.of(classes)))
        .contains(new CompiledMigrations(MANIFEST, List.of(classes)));
  }

  @Test
  void areNoneWithoutAManifest() throws Exception {
    assertThat(CompiledMigrations.in(classes.resolve("elsewhere"), List.of())).isEmpty();
  }

  @Test
  void areReadFromAJar() throws Exception {
    Path jar = classes.resolve("portal-1.0.jar");
    try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      Files.createDirectories(zip.getPath("META-INF/migrations"));
      Files.writeString(zip.getPath(Manifest.PATH), ManifestFile.write(MANIFEST));
    }

    assertThat(CompiledMigrations.inJar(jar, List.of(jar)).orElseThrow().manifest())
        .isEqualTo(MANIFEST);
  }

  @Test
  void areNotReadFromADamagedManifest() throws Exception {
    write(Manifest.PATH, ManifestFile.write(MANIFEST).replace("soil", "oil"));

    assertThatThrownBy(() -> CompiledMigrations.in(classes, List.of()))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `META-INF/migrations/manifest.json` in `%s` cannot be trusted: \
            `up` of `%s` does not have the digest that it states
            run `mvn clean compile`\
            """
                .formatted(classes, ID));
  }

  @Test
  void areRefusedWhereASqlFileIsNewerThanTheManifest() throws Exception {
    write("org/example/db/keywords.sql", UP + "-- and more\n");

    assertThatThrownBy(() -> CompiledMigrations.in(classes, List.of()))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `keywords.sql` of `%s` was changed after the last compilation
            run `mvn clean compile`\
            """
                .formatted(ID));
  }

  @Test
  void doNotMindTheLineEndsOfASqlFile() throws Exception {
    write("org/example/db/keywords.sql", "\uFEFF" + UP.replace("\n", "\r\n"));

    assertThat(CompiledMigrations.in(classes, List.of())).isPresent();
  }

  private static DeclaredMigration fromFile() {
    return new DeclaredMigration(
        ID,
        "org.example.db." + ID,
        MigrationType.DATA,
        "Needed.",
        Optional.of(new Sql(UP, Optional.of("keywords.sql"), List.of(), true)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("the rows are the customer's"),
        List.of(),
        List.of(),
        new Reversibility(Reversibility.Kind.IRREVERSIBLE, List.of("the rows are the customer's")));
  }

  private void write(String name, String text) throws IOException {
    Path file = classes.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
