package dev.ngdi.migration.goals;

import dev.ngdi.migration.authoring.NewMigration;
import dev.ngdi.migration.authoring.PolicyActions;
import dev.ngdi.migration.authoring.Skeleton;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.report.SkeletonReport;
import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * For developers: with a name, makes the class of a new migration, to be filled in; it does not
 * compile before. Without a name, applies what is pending to the dev database.
 */
@Mojo(name = "migrate", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public final class MigrateMojo extends DbMojo {
  /** The new migration's name, {@code add_user_role_field}. */
  @Parameter(property = "db.name")
  private String name = "";

  /** The package of its class; by default that of the newest migration. */
  @Parameter(property = "db.package")
  private String packageName = "";

  /**
   * What it changes: {@code schema}, {@code data} or {@code seed}; by default what its action says,
   * and otherwise {@code schema}.
   */
  @Parameter(property = "db.type")
  private String type = "";

  /**
   * {@code true}: makes a class and does nothing else; if the name was forgotten, that is an error
   * and nothing is applied.
   */
  @Parameter(property = "db.createOnly")
  private String createOnly = "";

  /** {@code true}: applies also what is older than an applied migration. */
  @Parameter(property = "db.outOfOrder")
  private String outOfOrder = "";

  /** The name of the database that is meant, if it is not on this machine. */
  @Parameter(property = "db.confirm")
  private String confirm = "";

  @Override
  Optional<? extends Report> run(Workplace workplace) throws GoalException, DatabaseException {
    Optional<String> wanted = settings().text("db.name", name);
    if (wanted.isPresent()) {
      return make(wanted.get());
    }
    if (settings().flag("db.createOnly", createOnly)) {
      throw new GoalException(
          "`db.createOnly` asks for a new class, and `db.name` does not name it\n"
              + "write `-Ddb.name=<action>_<entity>_<details>`");
    }
    Optional<CompiledMigrations> migrations = migrations("");
    if (migrations.isEmpty()) {
      return Optional.empty();
    }
    console().info("db:migrate is for the dev database; `mvn db:deploy` applies to production");
    return Optional.of(apply(migrations.get(), workplace));
  }

  private Report apply(CompiledMigrations migrations, Workplace workplace)
      throws GoalException, DatabaseException {
    DeployRequest request = Requests.deploy(settings(), outOfOrder, "", "");
    DeveloperGuard guard =
        new DeveloperGuard(
            "db:migrate", environment(), settings().text("db.confirm", confirm), false);
    return workplace.change(
        migrations,
        Audience.DEVELOPER,
        Optional.of(guard),
        (engine, database) ->
            outcome(
                engine.deploy(Requests.in(request, environment(database))),
                "mvn db:migrate",
                "type `mvn db:migrate -Ddb.name=<action>_<entity>_<details>` to make another"));
  }

  private Optional<Report> make(String wanted) throws GoalException {
    if (build().hasSeveralModules()) {
      if (migrations("").isEmpty()) {
        return Optional.empty();
      }
      if (!build().isFirst(wanted)) {
        throw new GoalException(
            "`%s` was made in another module already\nchoose the module with `-pl`"
                .formatted(wanted));
      }
    }
    Optional<String> in = settings().text("db.package", packageName);
    List<DeclaredMigration> existing = declared();
    Path sources = Path.of(build().project().getBuild().getSourceDirectory());
    NewMigration made =
        NewMigration.named(
            wanted, in, typeWanted(), existing, PolicyActions.in(sources), Instant.now());
    console().info("db:migrate makes migrations; `mvn db:deploy` applies them to production");
    Path file = new Skeleton(made).writeTo(sources);
    return Optional.of(new SkeletonReport(made.id(), build().shown(file)));
  }

  private List<DeclaredMigration> declared() throws GoalException {
    return CompiledMigrations.in(build().classes(), List.of())
        .map(migrations -> migrations.manifest().migrations())
        .orElse(List.of());
  }

  private Optional<MigrationType> typeWanted() throws GoalException {
    Optional<String> text = settings().text("db.type", type);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "schema", "data", "seed" ->
          Optional.of(MigrationType.valueOf(text.get().toUpperCase(Locale.ROOT)));
      default ->
          throw new GoalException(
              "`db.type` is `%s`; write `schema`, `data` or `seed`".formatted(text.get()));
    };
  }
}
