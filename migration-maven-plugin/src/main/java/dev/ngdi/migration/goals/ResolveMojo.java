package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.report.ResolveReport;
import dev.ngdi.migration.settings.GoalException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Says of a migration outside a transaction, which failed or whose end was never recorded, what is
 * true of it, where the catalogue does not show that; or of one that the journal has as applied and
 * whose row in the history is gone. Shows what is changed by it, and changes it only if that is
 * confirmed. Runs no statement of the migration.
 */
@Mojo(
    name = "resolve",
    requiresProject = false,
    aggregator = true,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class ResolveMojo extends DbMojo {
  /** A released jar, {@code group:artifact:version}, instead of the project. */
  @Parameter(property = "db.artifact")
  private String artifact = "";

  /** The id, or the version, of the migration. */
  @Parameter(property = "db.id")
  private String id = "";

  /** What is true of it: {@code applied}, {@code not-applied} or {@code retry}. */
  @Parameter(property = "db.as")
  private String as = "";

  /** {@code true}: records it; otherwise it is only shown. */
  @Parameter(property = "db.confirm")
  private String confirm = "";

  @Override
  Optional<Report> run(Workplace workplace) throws GoalException, DatabaseException {
    ResolveRequest request = Requests.resolve(settings(), id, as, confirm);
    Optional<CompiledMigrations> migrations = migrations(artifact);
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        workplace.read(
            migrations.get(),
            Audience.OPERATIONS,
            (engine, database) -> new ResolveReport(engine.resolve(request))));
  }
}
