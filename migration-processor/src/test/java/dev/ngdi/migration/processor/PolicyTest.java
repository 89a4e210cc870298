package dev.ngdi.migration.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.ngdi.migration.model.Manifest;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What a team's policy does to findings, by a compiler that keeps its files in memory. */
class PolicyTest {
  private static final String ID = "V20261122103900__add_user_email_index";
  private static final String BLOCKING_INDEX =
      """
      package org.example.db;
      import dev.ngdi.migration.*;
      /** Support looks people up by address. */
      @SchemaMigration(
          up = "CREATE INDEX app_user_email_idx ON app_user (email)",
          down = "DROP INDEX app_user_email_idx")
      final class %s {}
      """
          .formatted(ID);

  @Test
  void withoutOneTheRuleDecides() {
    Compilation compilation = compile("");

    assertThat(compilation).failed();
    assertThat(compilation).hadErrorContaining("[index-not-concurrent]").inFile(source()).onLine(5);
  }

  @Test
  void aRuleCanBeAWarning() {
    Compilation compilation = compile(severity("WARNING"));

    assertThat(compilation).succeeded();
    assertThat(compilation)
        .hadWarningContaining("[index-not-concurrent]")
        .inFile(source())
        .onLine(5);
    assertThat(compilation).generatedFile(StandardLocation.CLASS_OUTPUT, Manifest.PATH);
  }

  @Test
  void aRuleCanBeOff() {
    assertThat(compile(severity("OFF"))).succeededWithoutWarnings();
  }

  @Test
  void whatIsOlderThanThePolicyEnforcesIsLeftAlone() {
    assertThat(compile("enforceFrom = \"20261122103901\"")).succeededWithoutWarnings();
    assertThat(compile("enforceFrom = \"20261122103900\"")).failed();
  }

  @Test
  void thePolicysServerIsInTheManifest() {
    assertThat(compile(severity("OFF") + ", postgres = 16"))
        .generatedFile(StandardLocation.CLASS_OUTPUT, Manifest.PATH)
        .contentsAsUtf8String()
        .contains("\"postgres\": 16");
  }

  private static String severity(String severity) {
    return "severities = @MigrationPolicy.RuleSeverity(rule = \"index-not-concurrent\","
        + " severity = MigrationPolicy.Severity.%s)".formatted(severity);
  }

  private static JavaFileObject source() {
    return JavaFileObjects.forSourceString("org.example.db." + ID, BLOCKING_INDEX);
  }

  private static Compilation compile(String policy) {
    return Compiler.javac()
        .withOptions("-Xlint:all")
        .withProcessors(new MigrationProcessor(), new DeletionProcessor())
        .compile(
            source(),
            JavaFileObjects.forSourceString(
                "org.example.db.package-info",
                "@MigrationPolicy("
                    + policy
                    + ")\npackage org.example.db;\nimport dev.ngdi.migration.MigrationPolicy;\n"));
  }
}
