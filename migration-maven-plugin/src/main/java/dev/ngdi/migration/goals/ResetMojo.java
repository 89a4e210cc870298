package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
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
 * Empties the schema of the dev database and applies everything, the seeds of its environment
 * included. Any other database than the embedded one must be confirmed by its name, and one that
 * sounds like production is refused.
 */
@Mojo(
    name = "reset",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ResetMojo extends DbMojo {
  /** The name of the database that is meant, if it is not the embedded one. */
  @Parameter(property = "db.confirm")
  private String confirm = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException, DatabaseException {
    Optional<CompiledMigrations> migrations = migrations("");
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    DeveloperGuard guard =
        new DeveloperGuard("db:reset", environment(), settings().text("db.confirm", confirm), true);
    return Optional.of(
        workplace.change(
            migrations.get(),
            Audience.DEVELOPER,
            Optional.of(guard),
            (engine, database) ->
                outcome(
                    engine.reset(Requests.in(DeployRequest.PLAIN, environment(database)), true),
                    "mvn db:reset",
                    "the dev database is as new; type `mvn db:status` to see it")));
  }
}
