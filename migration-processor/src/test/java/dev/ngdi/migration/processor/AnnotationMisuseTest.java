package dev.ngdi.migration.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Misuse that only the compiler sees, each with its message. */
class AnnotationMisuseTest {
  private static final String USERS = "V20261101100000__create_app_user_table";
  private static final String IMPORT = "import dev.ngdi.migration.*;\n/** People. */\n";
  private static final String SCHEMA =
      "@SchemaMigration(up = \"CREATE TABLE app_user (id int)\", down = \"DROP TABLE app_user\")\n";

  @TempDir Path directory;

  @Test
  void twoMigrationAnnotations() {
    assertThatErrorOf(IMPORT + SCHEMA + "@DataMigration\nfinal class " + USERS + " {}")
        .contains(
            "[annotation-conflict] `%s` is `@SchemaMigration` and `@DataMigration` at once: which one runs first would be nobody's decision"
                .formatted(USERS));
  }

  @Test
  void aMemberClass() {
    assertThatErrorOf(
            "import dev.ngdi.migration.*;\nfinal class Outer {\n/** People. */\n"
                + SCHEMA
                + "static final class "
                + USERS
                + " {}\n}")
        .contains("[class-shape] `" + USERS + "` is a member of another class");
  }

  @Test
  void anAbstractClass() {
    assertThatErrorOf(IMPORT + SCHEMA + "abstract class " + USERS + " {}")
        .contains("[class-shape] `" + USERS + "` is abstract, and a migration is one particular");
  }

  @Test
  void aGenericClass() {
    assertThatErrorOf(IMPORT + SCHEMA + "final class " + USERS + "<T> {}")
        .contains("[class-shape] `" + USERS + "` is generic, and a migration is one particular");
  }

  @Test
  void anInterface() {
    assertThatErrorOf(IMPORT + SCHEMA + "interface " + USERS + " {}")
        .contains("[class-shape] `" + USERS + "` is not a class");
  }

  @Test
  void codeThatNothingCanConstruct() {
    assertThatErrorOf(
            IMPORT
                + "@DataMigration\nfinal class "
                + USERS
                + " implements MigrationCode {\n  private "
                + USERS
                + "() {}\n  public void up(MigrationContext c) {}\n"
                + "  public void down(MigrationContext c) {}\n}")
        .contains("[class-shape] `" + USERS + "` has no constructor without parameters");
  }

  @Test
  void anAllowOnAClassThatIsNoMigration() {
    assertThatErrorOf(
            "import dev.ngdi.migration.*;\n@Allow(rule = \"undo-missing\", because = \"x\")\n"
                + "final class "
                + USERS
                + " {}")
        .contains("[annotation-conflict] `@Allow` and `@Irreversible` speak of a migration");
  }

  @Test
  void sqlAndAFileForOneDirection() {
    assertThatErrorOf(
            IMPORT
                + "@SchemaMigration(up = \"CREATE TABLE app_user (id int)\", upFile = \"a.sql\","
                + " down = \"DROP TABLE app_user\")\nfinal class "
                + USERS
                + " {}")
        .contains("[file-and-sql] both `up` and `upFile` are given");
  }

  @Test
  void policiesThatCannotHold() {
    Project project =
        new Project(directory)
            .migration(USERS, "CREATE TABLE app_user (id int)", "DROP TABLE app_user");
    project.plainSource(
        "org/example/db/package-info.java",
        """
        @dev.ngdi.migration.MigrationPolicy(
            postgres = 9,
            enforceFrom = "yesterday",
            actions = "Publish it")
        package org.example.db;
        """);

    assertThat(project.compile().errors())
        .extracting(error -> error.lines().findFirst().orElseThrow())
        .containsExactly(
            "package-info.java:[2,16] [policy-invalid] PostgreSQL 9 is not supported",
            "package-info.java:[3,19] [policy-invalid] `yesterday` is not the version of a"
                + " migration",
            "package-info.java:[4,15] [policy-invalid] `Publish it` is not a word that a name can"
                + " begin with");
  }

  @Test
  void aPolicyThatHoldsForNoMigration() {
    Project project =
        new Project(directory)
            .migration(USERS, "CREATE TABLE app_user (id int)", "DROP TABLE app_user");
    project.plainSource(
        "org/example/other/package-info.java",
        "@dev.ngdi.migration.MigrationPolicy\npackage org.example.other;\n");

    assertThat(project.compile().errors())
        .singleElement()
        .asString()
        .contains(
            "[policy-invalid] no migration is in `org.example.other` or below it, so this policy"
                + " holds for none");
  }

  private org.assertj.core.api.AbstractStringAssert<?> assertThatErrorOf(String source) {
    Project project = new Project(directory).source(USERS, source);
    return assertThat(project.compile().errors()).singleElement().asString();
  }
}
