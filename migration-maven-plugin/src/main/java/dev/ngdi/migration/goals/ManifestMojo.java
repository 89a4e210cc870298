package dev.ngdi.migration.goals;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.ManifestReport;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints the manifest for reading, whole or from a migration on; needs no database. Written to a
 * file, it is what a build server posts on a pull request.
 */
@Mojo(
    name = "manifest",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ManifestMojo extends DbMojo {
  /** A released jar, {@code group:artifact:version}, instead of the project. */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  /** The id, or the version, of a migration: only what is newer is shown. */
  @Parameter(property = "db.from")
  private String from = "";

  /** The file to write to, instead of printing; relative to the module. */
  @Parameter(property = "db.output")
  private String output = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException {
    Optional<CompiledMigrations> migrations = migrations(artifact);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest = migrations.get().manifest();
    Optional<String> file = settings().text("db.output", output);
    ManifestReport report = new ManifestReport(manifest, after(manifest), file);
    if (file.isPresent()) {
      write(build().directory().resolve(file.get()), report.page());
    }
    return Optional.of(report);
  }

  private Optional<String> after(Manifest manifest) throws GoalException {
    Optional<String> wanted = settings().text("db.from", from);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> id =
        manifest.migrations().stream()
            .filter(m -> m.id().equals(wanted.get()) || m.version().equals(wanted.get()))
            .map(DeclaredMigration::id)
            .findFirst();
    if (id.isEmpty()) {
      throw new GoalException(
          """
          `db.from` is `%s`, and the manifest has no such migration
          write the id or the version of one; `mvn db:manifest` lists them"""
              .formatted(wanted.get()));
    }
    return id;
  }

  private static void write(Path file, String text) throws GoalException {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new GoalException(
          "`db.output`, `%s`, cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }
}
