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
 * Applies what is pending, exactly as the manifest says: each migration in a transaction of its own
 * together with its row in the history, unless it cannot be in one. A second deployer waits for the
 * first. What stands in the way is found out, and listed, before anything is changed.
 */
@Mojo(
    name = "deploy",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class DeployMojo extends DbMojo {
  /**
   * A released jar, {@code group:artifact:version}, whose migrations are applied instead of the
   * project's; no project is needed then.
   */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  /** {@code true}: applies also what is older than an applied migration. */
  @Parameter(property = "db.outOfOrder")
  private String outOfOrder = "";

  /** Why applied migrations may be missing in the manifest; without a reason they may not. */
  @Parameter(property = "db.allowMissing")
  private String allowMissing = "";

  /** The version, 14 digits, that a database with objects but without history already has. */
  @Parameter(property = "db.baseline")
  private String baseline = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException, DatabaseException {
    Optional<CompiledMigrations> migrations = migrations(artifact);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    DeployRequest request = Requests.deploy(settings(), outOfOrder, allowMissing, baseline);
    return Optional.of(
        workplace.change(
            migrations.get(),
            Audience.OPERATIONS,
            Optional.empty(),
            (engine, database) ->
                outcome(
                    engine.deploy(Requests.in(request, environment(database))),
                    "mvn db:deploy",
                    "type `mvn db:status` to see where the database stands")));
  }
}
