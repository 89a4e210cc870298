package dev.ngdi.migration.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.ManifestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifest is the module's, however little of the module a compiler is given. */
class IncrementalCompilationTest {
  private static final String USERS = "V20261101100000__create_app_user_table";
  private static final String ROLES = "V20261102100000__create_role_table_first";
  private static final String EMAIL = "V20261103100000__add_user_email_field";

  @TempDir Path directory;
  private Project project;

  @BeforeEach
  void compileThreeMigrations() {
    project =
        new Project(directory)
            .migration(USERS, "CREATE TABLE app_user (id bigint)", "DROP TABLE app_user")
            .migration(ROLES, "CREATE TABLE role (id bigint)", "DROP TABLE role")
            .migration(
                EMAIL,
                "ALTER TABLE app_user ADD COLUMN email text",
                "ALTER TABLE app_user DROP COLUMN email");
    assertThat(project.compile().errors()).isEmpty();
  }

  @Test
  void oneRecompiledClassLeavesTheManifestComplete() throws Exception {
    String before = project.manifest();

    assertThat(project.compileOnly(ROLES).errors()).isEmpty();

    assertThat(project.manifest()).isEqualTo(before);
  }

  @Test
  void anEditReachesTheManifest() throws Exception {
    project.migration(ROLES, "CREATE TABLE role (id integer)", "DROP TABLE role");

    assertThat(project.compileOnly(ROLES).errors()).isEmpty();

    assertThat(ids()).containsExactly(USERS, ROLES, EMAIL);
    assertThat(migration(ROLES).up().orElseThrow().text())
        .isEqualTo("CREATE TABLE role (id integer)");
  }

  @Test
  void anEditIsFeltByWhatFollows() {
    project.migration(USERS, "CREATE TABLE app_person (id bigint)", "DROP TABLE app_person");

    List<String> errors = project.compileOnly(USERS).errors();

    assertThat(errors)
        .singleElement()
        .asString()
        .contains("there is no relation `app_user`", "ALTER TABLE app_user ADD COLUMN email text");
  }

  @Test
  void aDeletedClassLeavesTheManifest() throws Exception {
    project.delete(EMAIL);

    assertThat(project.compileOnly(ROLES).errors()).isEmpty();

    assertThat(ids()).containsExactly(USERS, ROLES);
  }

  @Test
  void aDeletedSourceLeavesTheManifestThoughItsClassFileIsLeftOver() throws Exception {
    project.deleteSourceOnly(EMAIL);

    assertThat(project.compile().errors()).isEmpty();

    assertThat(ids()).containsExactly(USERS, ROLES);
  }

  @Test
  void theLastDeletedMigrationLeavesAnEmptyManifest() throws Exception {
    project.delete(USERS);
    project.delete(ROLES);
    project.delete(EMAIL);
    project.source("Unrelated", "final class Unrelated {}");

    assertThat(project.compileOnly("Unrelated").errors()).isEmpty();

    assertThat(ids()).isEmpty();
  }

  @Test
  void aVersionTakenByAClassThatIsNotRecompiledIsRefused() {
    project.migration(
        "V20261102100000__create_team_table_second",
        "CREATE TABLE team (id bigint)",
        "DROP TABLE team");

    List<String> errors = project.compileOnly("V20261102100000__create_team_table_second").errors();

    assertThat(errors)
        .singleElement()
        .asString()
        .contains("[version-duplicate]")
        .contains("org.example.db." + ROLES);
  }

  @Test
  void withoutTheEarlierManifestTheWholeModuleMustBeCompiled() throws Exception {
    Files.delete(project.output().resolve("META-INF/migrations/manifest.json"));

    assertThat(project.compileOnly(ROLES).errors())
        .containsExactlyInAnyOrder(gone(USERS), gone(EMAIL));
    assertThat(project.hasManifest()).isFalse();
  }

  @Test
  void anEarlierManifestWithAnEditedDigestIsNone() throws Exception {
    String digest = migration(USERS).sha256();
    Files.writeString(
        project.output().resolve("META-INF/migrations/manifest.json"),
        project.manifest().replace(digest, "0".repeat(64)));

    assertThat(project.compileOnly(ROLES).errors())
        .containsExactlyInAnyOrder(gone(USERS), gone(EMAIL));
  }

  private static String gone(String id) {
    return "[manifest-missing] `%s` was compiled earlier, and the manifest of that compilation is gone: compile the whole module, with `mvn clean compile` or the IDE's Rebuild"
        .formatted(id);
  }

  private List<String> ids() throws Exception {
    return ManifestFile.read(project.manifest()).migrations().stream()
        .map(DeclaredMigration::id)
        .toList();
  }

  private DeclaredMigration migration(String id) throws Exception {
    return ManifestFile.read(project.manifest()).find(id).orElseThrow();
  }
}
