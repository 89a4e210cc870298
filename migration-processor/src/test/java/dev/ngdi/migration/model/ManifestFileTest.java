package dev.ngdi.migration.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.model.DeclaredMigration.Code;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written is read again, and nothing else is taken for a manifest. */
class ManifestFileTest {
  private static final DeclaredMigration ROLE =
      new DeclaredMigration(
          "V20261122103700__add_user_role_field",
          "org.example.db.V20261122103700__add_user_role_field",
          MigrationType.SCHEMA,
          "The permission model reads the role from the user row.",
          Optional.of(sql("ALTER TABLE app_user ADD COLUMN role text;\n", Optional.of("role.sql"))),
          Optional.of(sql("ALTER TABLE app_user DROP COLUMN role", Optional.empty())),
          Optional.of("SELECT true"),
          Optional.empty(),
          Optional.empty(),
          List.of(new Acceptance("entity-mismatch", "a \"quoted\" reason")),
          List.of(),
          new Reversibility(Reversibility.Kind.LOSSY, List.of("the values of `role` are lost")));
  private static final DeclaredMigration NAMES =
      new DeclaredMigration(
          "V20261123103700__fill_user_names",
          "org.example.db.V20261123103700__fill_user_names",
          MigrationType.SEED,
          "Names.",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new Code(Digest.sha256("x"), "org.example.db.Catalogue", false)),
          Optional.of("nobody kept the old names"),
          List.of(),
          List.of("dev", "test"),
          new Reversibility(Reversibility.Kind.IRREVERSIBLE, List.of("nobody kept the old names")));
  private static final Manifest MANIFEST = new Manifest(15, List.of(NAMES, ROLE));

  private static Sql sql(String text, Optional<String> file) {
    StatementEffect effect =
        new StatementEffect(
            List.of(
                new RelationEffect(
                    "app_user", "ACCESS EXCLUSIVE", "reads and writes", true, false, true)),
            List.of("the type `mood` is not known"));
    return Sql.of(Script.parse(text), file, true, List.of(effect));
  }

  @Test
  void whatIsWrittenIsRead() throws Exception {
    assertThat(ManifestFile.read(ManifestFile.write(MANIFEST))).isEqualTo(MANIFEST);
  }

  @Test
  void migrationsAreInOrder() {
    assertThat(MANIFEST.migrations()).containsExactly(ROLE, NAMES);
  }

  @Test
  void anEditedScriptIsNoticed() {
    assertRefused(
        ManifestFile.write(MANIFEST).replace("ADD COLUMN role text;", "ADD COLUMN role json;"),
        "`up` of `V20261122103700__add_user_role_field` does not have the digest that it states");
  }

  @Test
  void aMissingMigrationIsNoticed() {
    String text = ManifestFile.write(MANIFEST);
    int second = text.indexOf("    {\n      \"id\": \"V20261123103700");
    int first = text.lastIndexOf("},\n", second);
    assertRefused(
        text.substring(0, first) + "}\n  ]\n}\n",
        "its migrations do not have the digest that it states");
  }

  @Test
  void aManifestThatIsCutOffIsRefused() {
    String text = ManifestFile.write(MANIFEST);
    for (int end = 0; end < text.length() - 2; end += 7) {
      assertRefused(text.substring(0, end), "it is cut off or was edited");
    }
  }

  @Test
  void aNewerFormatIsRefused() {
    assertRefused(
        ManifestFile.write(MANIFEST).replace("\"format\": 1", "\"format\": 2"),
        "it has format 2, and this release reads up to 1");
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> ManifestFile.read(text))
        .isInstanceOf(ManifestException.class)
        .hasMessage(message);
  }
}
