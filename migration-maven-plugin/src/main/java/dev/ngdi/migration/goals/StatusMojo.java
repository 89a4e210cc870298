package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.report.StatusReport;
import dev.ngdi.migration.settings.GoalException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists every migration with its state in the database, and says what to type next. */
@Mojo(
    name = "status",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class StatusMojo extends DbMojo {
  /** A released jar, {@code group:artifact:version}, instead of the project. */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException, DatabaseException {
    Optional<CompiledMigrations> migrations = migrations(artifact);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        workplace.read(
            migrations.get(),
            Audience.DEVELOPER,
            (engine, database) ->
                new StatusReport(engine.status(environment(database)), Wording.apply(database))));
  }
}
