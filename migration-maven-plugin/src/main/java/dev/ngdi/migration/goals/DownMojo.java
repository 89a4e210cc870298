package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.settings.GoalException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes applied migrations back, newest first: one, unless {@code db.steps} or {@code db.to} says
 * how far. A migration that the code no longer has is taken back by the down script that the
 * database keeps of it.
 */
@Mojo(
    name = "down",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DownMojo extends DbMojo {
  /** A released jar, {@code group:artifact:version}, instead of the project. */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  /** How many migrations to take back; by default 1. */
  @Parameter(property = "db.steps")
  private String steps = "";

  /**
   * The id, or the version, of the migration that stays applied; everything newer is taken back.
   */
  @Parameter(property = "db.to")
  private String to = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException, DatabaseException {
    DownRequest request = Requests.down(settings(), steps, to);
    Optional<CompiledMigrations> migrations = migrations(artifact);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        workplace.change(
            migrations.get(),
            Audience.OPERATIONS,
            Optional.empty(),
            (engine, database) ->
                outcome(
                    engine.down(request),
                    "mvn db:down",
                    "type `%s` to apply again what the code still has"
                        .formatted(Wording.apply(database)))));
  }
}
