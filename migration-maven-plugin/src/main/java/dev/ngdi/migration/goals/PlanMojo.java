package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.PlanReport;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.settings.GoalException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Prints what {@code db:deploy} would do to the database, with every statement, and what it would
 * refuse; touches nothing. Fails if the deploy would be refused.
 */
@Mojo(
    name = "plan",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class PlanMojo extends DbMojo {
  /** A released jar, {@code group:artifact:version}, instead of the project. */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  /** {@code true}: counts also what is older than an applied migration. */
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
        workplace.read(
            migrations.get(),
            Audience.DEVELOPER,
            (engine, database) ->
                new PlanReport(
                    engine.plan(Requests.in(request, environment(database))),
                    Wording.apply(database))));
  }
}
