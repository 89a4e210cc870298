package dev.ngdi.migration.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.MigrationCatalogue;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.ManifestFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compilation reads, writes and says of the migrations in it. */
class MigrationProcessorTest {
  private static final String USERS = "V20261101100000__create_app_user_table";

  @TempDir Path directory;

  @Test
  void writesTheManifest() {
    Project project = new Project(directory).source(USERS, users());

    assertThat(project.compile().errors()).isEmpty();

    assertThat(project.manifest())
        .isEqualTo(
            """
            {
              "format": 1,
              "postgres": 14,
              "sha256": "16ab44d2609ad61184b636a0f6734df2154aa2e4268e345c2023d885ad67d9df",
              "migrations": [
                {
                  "id": "V20261101100000__create_app_user_table",
                  "version": "20261101100000",
                  "name": "create_app_user_table",
                  "type": "schema",
                  "class": "org.example.db.V20261101100000__create_app_user_table",
                  "documentation": "People who may log in.\\n\\nThe `email` is their name.",
                  "sha256": "42f52ae4a73c8bbbd94785807c5f2fd25480541e50e1118dd9f17e249a224f38",
                  "transactional": true,
                  "reversible": true,
                  "reversibility": {
                    "class": "exact"
                  },
                  "up": {
                    "sha256": "42f52ae4a73c8bbbd94785807c5f2fd25480541e50e1118dd9f17e249a224f38",
                    "transactional": true,
                    "sql": "CREATE TABLE app_user (\\n  id bigint PRIMARY KEY,\\n  email text NOT NULL);\\nCOMMENT ON TABLE app_user IS 'people';\\n",
                    "statements": [
                      {
                        "line": 1,
                        "start": 0,
                        "end": 71,
                        "summary": "CREATE TABLE app_user"
                      },
                      {
                        "line": 4,
                        "start": 73,
                        "end": 110,
                        "summary": "COMMENT app_user"
                      }
                    ]
                  },
                  "down": {
                    "sha256": "76ae867a1ecaf9f079e5599011d7a2edfd8a9442b3b9ebe159e06495c0495269",
                    "transactional": true,
                    "sql": "DROP TABLE app_user",
                    "statements": [
                      {
                        "line": 1,
                        "start": 0,
                        "end": 19,
                        "summary": "DROP TABLE app_user",
                        "locks": [
                          {
                            "relation": "app_user",
                            "lock": "ACCESS EXCLUSIVE",
                            "blocks": "reads and writes",
                            "rewritten": false,
                            "scanned": false,
                            "indexesRebuilt": false
                          }
                        ]
                      }
                    ]
                  },
                  "verify": "SELECT count(*) = 0 FROM app_user"
                }
              ]
            }
            """);
  }

  private static String users() {
    return """
    import dev.ngdi.migration.*;

    /**
     * People who may log in.
     *
     * <p>The {@code email} is their name.
     */
    @SchemaMigration(
        up = \"""
            CREATE TABLE app_user (
              id bigint PRIMARY KEY,
              email text NOT NULL);
            COMMENT ON TABLE app_user IS 'people';
            \""",
        down = "DROP TABLE app_user",
        verify = "SELECT count(*) = 0 FROM app_user")
    final class V20261101100000__create_app_user_table {}
    """;
  }

  @Test
  void aStrictCompilerFindsNothingToWarnOf() {
    Project project = new Project(directory).source(USERS, users());

    assertThat(project.compile().diagnostics()).isEmpty();
  }

  @Test
  void theSameSourcesGiveTheSameBytesInAnyOrder() {
    Project one = new Project(directory.resolve("one"));
    Project two = new Project(directory.resolve("two"));
    for (Project project : List.of(one, two)) {
      project.source(USERS, users());
      project.migration(
          "V20261102100000__create_role_table_first",
          "CREATE TABLE role (id int)",
          "DROP TABLE role");
    }

    assertThat(one.compile().success()).isTrue();
    assertThat(
            two.compile(
                    new MigrationProcessor(),
                    true,
                    two.sourceFile("V20261102100000__create_role_table_first"),
                    two.sourceFile(USERS))
                .success())
        .isTrue();

    assertThat(two.manifest()).isEqualTo(one.manifest());
    assertThat(two.read(Manifest.READABLE_PATH)).isEqualTo(one.read(Manifest.READABLE_PATH));
  }

  @Test
  void eclipsesCompilerGivesTheSameManifest() {
    Project javac = new Project(directory.resolve("javac")).source(USERS, users());
    Project eclipse =
        new Project(directory.resolve("eclipse"), new EclipseCompiler()).source(USERS, users());

    assertThat(javac.compile().errors()).isEmpty();
    assertThat(eclipse.compile().errors()).isEmpty();

    assertThat(eclipse.manifest()).isEqualTo(javac.manifest());
  }

  @Test
  void eclipsesCompilerShowsAnErrorAtTheSameLine() {
    Project eclipse =
        new Project(directory, new EclipseCompiler())
            .source(
                USERS,
                """
                import dev.ngdi.migration.*;
                /** People who may log in. */
                @SchemaMigration(
                    upFile = "nowhere.sql",
                    down = "DROP TABLE app_user")
                final class V20261101100000__create_app_user_table {}
                """);

    assertThat(eclipse.compile().errors())
        .singleElement()
        .asString()
        .startsWith(USERS + ".java:[5,")
        .contains("[file-not-found] the file `nowhere.sql` does not exist: looked for ");
  }

  @Test
  void constantsAreReadHoweverTheyAreAssembled() throws Exception {
    Project project =
        new Project(directory)
            .source("Names", "interface Names { String TABLE = \"app\" + \"_user\"; }")
            .source(
                USERS,
                """
                import dev.ngdi.migration.*;
                /** People who may log in. */
                @SchemaMigration(
                    up = "CREATE TABLE " + Names.TABLE + " (name text DEFAULT '\\t\\u00e9''')",
                    down = "DROP TABLE " + Names.TABLE)
                final class V20261101100000__create_app_user_table {}
                """);

    assertThat(project.compile().errors()).isEmpty();

    DeclaredMigration users = ManifestFile.read(project.manifest()).find(USERS).orElseThrow();
    assertThat(users.up().orElseThrow().text())
        .isEqualTo("CREATE TABLE app_user (name text DEFAULT '\t\u00e9''')");
  }

  @Test
  void sqlIsReadFromAFileBesideTheClass() throws Exception {
    Project project =
        new Project(directory)
            .resource(
                "org/example/db/users.up.sql", "\uFEFFCREATE TABLE app_user (\r\n  id int);\r\n")
            .source(
                USERS,
                """
                import dev.ngdi.migration.*;
                /** People who may log in. */
                @SchemaMigration(upFile = "users.up.sql", downFile = "/sql/users.down.sql")
                final class V20261101100000__create_app_user_table {}
                """)
            .resource("sql/users.down.sql", "DROP TABLE app_user");

    assertThat(project.compile().errors()).isEmpty();

    DeclaredMigration users = ManifestFile.read(project.manifest()).find(USERS).orElseThrow();
    assertThat(users.up().orElseThrow().text()).isEqualTo("CREATE TABLE app_user (\n  id int);\n");
    assertThat(users.up().orElseThrow().file()).contains("users.up.sql");
    assertThat(users.down().orElseThrow().text()).isEqualTo("DROP TABLE app_user");
  }

  @Test
  void aFileOfThreeMegabytesIsRead() throws Exception {
    String row = "  (%d, 'a keyword of some length, as catalogues have them'),\n";
    StringBuilder insert = new StringBuilder("INSERT INTO keyword (id, label) VALUES\n");
    for (int i = 0; i < 50_000; i++) {
      insert.append(row.formatted(i));
    }
    insert.append("  (50000, 'the last');\n");
    String id = "V20261105100000__seed_keyword_labels";
    Project project =
        new Project(directory)
            .resource("org/example/db/keywords.sql", insert.toString())
            .source(
                id,
                """
                import dev.ngdi.migration.*;
                /** Keywords of the thesaurus. */
                @SeedMigration(upFile = "keywords.sql", down = "DELETE FROM keyword WHERE id >= 0")
                final class V20261105100000__seed_keyword_labels {}
                """);

    assertThat(insert.length()).isGreaterThan(3_000_000);
    assertThat(project.compile().errors()).isEmpty();
    DeclaredMigration seed = ManifestFile.read(project.manifest()).find(id).orElseThrow();
    assertThat(seed.up().orElseThrow().text()).isEqualTo(insert.toString());
  }

  @Test
  void aCharacterThatNoTextCanHoldIsShownAndNotPrinted() {
    Project project =
        new Project(directory)
            .migration(USERS, "CREATE TABLE app_user (id int)\\0", "DROP TABLE app_user");

    assertThat(project.compile().errors())
        .singleElement()
        .asString()
        .contains("[syntax-error]")
        .contains("up:1: CREATE TABLE app_user (id int)\u2400")
        .doesNotContain("\0");
  }

  @Test
  void aMissingFileIsAnErrorAtItsNameThatSaysWhereItWasLookedFor() {
    Project project =
        new Project(directory)
            .source(
                USERS,
                """
                import dev.ngdi.migration.*;
                /** People who may log in. */
                @SchemaMigration(
                    upFile = "nowhere.sql",
                    down = "DROP TABLE app_user")
                final class V20261101100000__create_app_user_table {}
                """);

    assertThat(project.compile().errors())
        .containsExactly(
            USERS
                + ".java:[5,14] [file-not-found] the file `nowhere.sql` does not exist: looked for"
                + " `org/example/db/nowhere.sql` in the compiled resources (target/classes), in the"
                + " sources and on the class path\n"
                + "    instead: the name of a UTF-8 file under src/main/resources, from the package"
                + " of the class or, with a leading slash, from the root\n"
                + "    see:     docs/rules/file-not-found.md");
  }

  @Test
  void codeMigrationsAreMadeByTheGeneratedCatalogue() throws Exception {
    String id = "V20261106100000__fill_user_names";
    Project project =
        new Project(directory)
            .source(
                id,
                """
                import dev.ngdi.migration.*;
                /** Names are taken from the directory. */
                @DataMigration
                final class V20261106100000__fill_user_names implements MigrationCode {
                  public void up(MigrationContext context) {}
                  public void down(MigrationContext context) {}
                }
                """);

    assertThat(project.compile().errors()).isEmpty();

    DeclaredMigration.Code code =
        ManifestFile.read(project.manifest()).find(id).orElseThrow().code().orElseThrow();
    assertThat(code.down()).isTrue();
    assertThat(code.sha256()).hasSize(64);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {project.output().toUri().toURL()})) {
      MigrationCatalogue catalogue =
          (MigrationCatalogue)
              loader.loadClass(code.catalogue()).getDeclaredConstructor().newInstance();
      assertThat(catalogue.code(id).getClass().getSimpleName()).isEqualTo(id);
    }
  }

  @Test
  void aVersionTakenInAModuleOnTheClassPathIsRefused() {
    Project base = new Project(directory.resolve("base")).source(USERS, users());
    assertThat(base.compile().errors()).isEmpty();
    Project module = new Project(directory.resolve("module")).dependsOn(base);
    module.source(
        "org.example.team",
        "V20261101100000__create_team_table_first",
        """
        import dev.ngdi.migration.*;
        /** Teams of people. */
        @SchemaMigration(up = "CREATE TABLE team (id int)", down = "DROP TABLE team")
        final class V20261101100000__create_team_table_first {}
        """);

    assertThat(module.compile().errors())
        .singleElement()
        .asString()
        .contains("[version-duplicate]")
        .contains("org.example.db." + USERS);
  }

  @Test
  void aFailureOfOurOwnIsOneErrorThatNamesTheClass() {
    Project project = new Project(directory).source(USERS, users());

    List<String> errors =
        project
            .compile(
                new MigrationProcessor(
                    subject -> {
                      throw new IllegalStateException("a rule broke");
                    }),
                true,
                project.sourceFile(USERS))
            .errors();

    assertThat(errors)
        .singleElement()
        .asString()
        .contains(
            "[internal-error] `"
                + USERS
                + "` could not be checked: the migration processor failed"
                + " with java.lang.IllegalStateException: a rule broke at ")
        .endsWith("; this is a defect of the processor, please report it");
    assertThat(project.hasManifest()).isFalse();
  }
}
