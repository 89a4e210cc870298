package dev.ngdi.migration.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.engine.Fixtures;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.settings.GoalException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On classes that the real compiler made. */
final class MigrationClassesTest {
  private static final DeclaredMigration MIGRATION = Fixtures.code(4);
  private static final String NAME = "org.example.db." + MIGRATION.id();

  @TempDir private Path classes;

  @Test
  void makesTheMigrationThroughItsCatalogueOnce() throws Exception {
    compileCatalogue();
    compile(NAME, migration(""));

    try (MigrationClasses opened = open()) {
      MigrationCode code = opened.code(MIGRATION);

      assertThat(code.getClass().getName()).isEqualTo(NAME);
      assertThat(opened.code(MIGRATION)).isSameAs(code);
    }
  }

  @Test
  void hidesTheClassesOfThePluginAndSharesTheAnnotations() throws Exception {
    compileCatalogue();
    compile(NAME, migration(""));

    try (MigrationClasses opened = open()) {
      assertThat(opened.loader().loadClass(MigrationCode.class.getName()))
          .isSameAs(MigrationCode.class);
      assertThatThrownBy(() -> opened.loader().loadClass(Fixtures.class.getName()))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> opened.loader().loadClass("org.postgresql.Driver"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void keepsTwoModulesApart() throws Exception {
    compileCatalogue();
    compile(NAME, migration(""));

    try (MigrationClasses one = open();
        MigrationClasses two = open()) {
      assertThat(one.code(MIGRATION).getClass()).isNotSameAs(two.code(MIGRATION).getClass());
    }
  }

  @Test
  void saysThatTheClassIsNotThere() {
    assertRefused(
        """
        the class of `%s` cannot be used: `org.example.db.GeneratedMigrationCatalogue` is not on the \
        run-time class path
        run `mvn clean compile`, and see that the dependency's scope is `compile` or `runtime`""");
  }

  @Test
  void saysThatAClassItNeedsIsNotThere() throws Exception {
    compileCatalogue();
    compile("org.example.Helper", "package org.example; public class Helper {}");
    compile(NAME, migration("private final org.example.Helper helper = new org.example.Helper();"));
    Files.delete(classes.resolve("org/example/Helper.class"));

    assertRefused(
        """
        the class of `%s` cannot be used: `org.example.Helper` is not on the run-time class path
        run `mvn clean compile`, and see that the dependency's scope is `compile` or `runtime`""");
  }

  @Test
  void saysThatItsStaticInitialiserFailed() throws Exception {
    compileCatalogue();
    compile(NAME, migration("static final int N = Integer.parseInt(\"many\");"));

    assertRefused(
        "the class of `%s` cannot be used: a static initialiser failed with"
            + " `java.lang.NumberFormatException: For input string: \"many\"`");
  }

  @Test
  void saysThatItWasCompiledForANewerJava() throws Exception {
    compileCatalogue();
    compile(NAME, migration(""));
    Path file = classes.resolve(NAME.replace('.', '/') + ".class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[7] = 99;
    Files.write(file, bytes);

    assertRefused(
        "the class of `%s` cannot be used: it was compiled for Java 55, and Maven runs on Java "
            + Runtime.version().feature()
            + "\nrun Maven on that Java, or set `maven.compiler.release`");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(
            () -> {
              try (MigrationClasses opened = open()) {
                opened.loadAll(Fixtures.manifest(MIGRATION));
              }
            })
        .isInstanceOf(GoalException.class)
        .hasMessage(message.formatted(MIGRATION.id()));
  }

  private MigrationClasses open() throws GoalException {
    return new MigrationClasses(List.of(classes));
  }

  private static String migration(String member) {
    return """
        package org.example.db;
        final class %s implements dev.ngdi.migration.MigrationCode {
          %s
          public void up(dev.ngdi.migration.MigrationContext context) {}
        }
        """
        .formatted(MIGRATION.id(), member);
  }

  private void compileCatalogue() throws IOException {
    compile(NAME, migration(""));
    compile(
        "org.example.db.GeneratedMigrationCatalogue",
        """
        package org.example.db;
        public final class GeneratedMigrationCatalogue implements dev.ngdi.migration.MigrationCatalogue {
          public dev.ngdi.migration.MigrationCode code(String id) { return new %s(); }
        }
        """
            .formatted(MIGRATION.id()));
  }

  private void compile(String name, String source) throws IOException {
    Path file = classes.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String api =
        Path.of(
                URI.create(
                    MigrationCode.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
            .toString();
    int result =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            api + File.pathSeparator + classes,
            file.toString());
    assertThat(result).isZero();
  }
}
