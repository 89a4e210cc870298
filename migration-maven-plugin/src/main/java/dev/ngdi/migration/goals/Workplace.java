package dev.ngdi.migration.goals;

import dev.ngdi.migration.embedded.Binaries;
import dev.ngdi.migration.embedded.DevDatabase;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.postgres.ConnectionSettings;
import dev.ngdi.migration.postgres.MigrationCodes;
import dev.ngdi.migration.postgres.Origin;
import dev.ngdi.migration.postgres.PostgresDatabase;
import dev.ngdi.migration.postgres.Target;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.project.MigrationClasses;
import dev.ngdi.migration.project.SourceRevision;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.settings.ChosenDatabase;
import dev.ngdi.migration.settings.ConnectionSources;
import dev.ngdi.migration.settings.GoalException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where a goal does its work: it finds the database, opens it, and closes it again. */
final class Workplace {
  private final MavenBuild build;
  private final Artifacts artifacts;
  private final DatabaseParameters parameters;
  private final Console console;
  private final Signals signals;
  private Optional<ChosenDatabase> database = Optional.empty();
  private Optional<Target> server = Optional.empty();

  Workplace(
      MavenBuild build,
      Artifacts artifacts,
      DatabaseParameters parameters,
      Console console,
      Signals signals) {
    this.build = build;
    this.artifacts = artifacts;
    this.parameters = parameters;
    this.console = console;
    this.signals = signals;
  }

  /** Work on an open database. */
  @FunctionalInterface
  interface Work {
    /**
     * Does it.
     *
     * @param engine the engine for the manifest and the database
     * @param database which database it is
     */
    Report run(Engine engine, ChosenDatabase database) throws GoalException, DatabaseException;
  }

  /** The database that was worked on, as soon as it is known. */
  Optional<ChosenDatabase> database() {
    return database;
  }

  /** The server that answered, as soon as one did. */
  Optional<Target> server() {
    return server;
  }

  /**
   * Does work that changes nothing, on the database that is named, or for developers on the
   * embedded one.
   *
   * @throws GoalException if there is none to work on, or the work throws it
   * @throws DatabaseException if it cannot be reached, or the work throws it
   */
  Report read(CompiledMigrations migrations, Audience audience, Work work)
      throws GoalException, DatabaseException {
    try (MigrationClasses classes = new MigrationClasses(migrations.classPath())) {
      return onDatabase(migrations.manifest(), classes, audience, Optional.empty(), work);
    } catch (IOException e) {
      throw new GoalException("the project's classes cannot be closed: " + e.getMessage(), e);
    }
  }

  /**
   * Does work that changes the database; every code migration is loaded before it is connected to.
   *
   * @param guard asked before the database is connected to, for a goal that is not for every one
   * @throws GoalException if there is none to work on, or a class cannot be used, or the work
   *     throws it
   * @throws DatabaseException if it cannot be reached, or the work throws it
   */
  Report change(
      CompiledMigrations migrations, Audience audience, Optional<DeveloperGuard> guard, Work work)
      throws GoalException, DatabaseException {
    try (MigrationClasses classes = new MigrationClasses(migrations.classPath())) {
      classes.loadAll(migrations.manifest());
      return onDatabase(migrations.manifest(), classes, audience, guard, work);
    } catch (IOException e) {
      throw new GoalException("the project's classes cannot be closed: " + e.getMessage(), e);
    }
  }

  private Report onDatabase(
      Manifest manifest,
      MigrationClasses classes,
      Audience audience,
      Optional<DeveloperGuard> guard,
      Work work)
      throws GoalException, DatabaseException {
    Optional<ChosenDatabase> named = named();
    if (named.isPresent()) {
      if (guard.isPresent()) {
        guard.get().check(named.get());
      }
      return on(named.get(), manifest, classes, work);
    }
    boolean embedded =
        parameters
            .embeddedTyped()
            .or(parameters::embeddedConfigured)
            .orElse(audience == Audience.DEVELOPER);
    if (!embedded) {
      throw new GoalException(
          """
          no database is named for `%s` to work on
          set `-Ddb.url=jdbc:postgresql://host:5432/database`, `-Ddb.user` and `-Ddb.password`,
          or the environment variables `DB_URL`, `DB_USER` and `DB_PASSWORD`, or `DATABASE_URL`;
          `-Ddb.embedded=true` works on the embedded dev database"""
              .formatted(build.goal()));
    }
    return onEmbedded(manifest, classes, work);
  }

  private Optional<ChosenDatabase> named() throws GoalException {
    Map<String, String> typed = build.userProperties();
    if (parameters.embeddedTyped().equals(Optional.of(true))) {
      if (typed.containsKey("db.url")) {
        throw new GoalException(
            "`-Ddb.url` and `-Ddb.embedded=true` contradict each other; leave one of them out");
      }
      return Optional.empty();
    }
    return ConnectionSources.choose(typed, System.getenv(), parameters.configured(), build::server);
  }

  private Report onEmbedded(Manifest manifest, MigrationClasses classes, Work work)
      throws GoalException, DatabaseException {
    int major = manifest.postgres();
    Binaries binaries = Binaries.forThisMachine(major);
    Path jar = artifacts.jar(Binaries.GROUP_ID, binaries.artifactId(), binaries.version());
    Duration wait = parameters.lockWait().orElse(ConnectionSettings.LOCK_WAIT);
    try (DevDatabase server =
        DevDatabase.start(build.directory(), major, jar, wait, console::info)) {
      ChosenDatabase chosen =
          ChosenDatabase.embedded(
              server.url(),
              server.user(),
              build.shown(build.directory().resolve(DevDatabase.DIRECTORY)));
      return on(chosen, manifest, classes, work);
    } catch (IOException e) {
      throw new GoalException("the dev database does not stop: " + e.getMessage(), e);
    }
  }

  private Report on(ChosenDatabase chosen, Manifest manifest, MigrationClasses classes, Work work)
      throws GoalException, DatabaseException {
    ChosenDatabase wanted = parameters.schema().map(chosen::in).orElse(chosen);
    database = Optional.of(wanted);
    console.info(wanted.toString());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (PostgresDatabase opened =
        PostgresDatabase.connect(
            connection(wanted), manifest.postgres(), origin(), codes(classes))) {
      reached(opened.target(), wanted);
      thread.setContextClassLoader(classes.loader());
      signals.cancelWith(opened::cancel);
      return work.run(new Engine(manifest, opened, new LogProgress(console)), wanted);
    } finally {
      signals.cancelWith(() -> {});
      thread.setContextClassLoader(before);
    }
  }

  private void reached(Target target, ChosenDatabase wanted) throws DatabaseException {
    server = Optional.of(target);
    Optional<Refusal> other = parameters.identity().flatMap(target::refusedAs);
    if (other.isPresent()) {
      throw new DatabaseException(other.get());
    }
    if (wanted.host().filter(hosts -> hosts.contains(",")).isPresent()) {
      console.info("of these, %s:%d answers".formatted(target.host(), target.port()));
    }
  }

  private ConnectionSettings connection(ChosenDatabase chosen) {
    return new ConnectionSettings(
        chosen.url(),
        chosen.credentials().user(),
        chosen.credentials().password(),
        chosen.schema(),
        parameters.lockWait().orElse(ConnectionSettings.LOCK_WAIT),
        parameters.lockTimeout().orElse(ConnectionSettings.LOCK_TIMEOUT),
        parameters.statementTimeout().orElse(Duration.ZERO));
  }

  private Origin origin() {
    return new Origin(
        "migration-maven-plugin " + build.execution().getVersion(),
        System.getProperty("user.name", "") + host().map(name -> "@" + name).orElse(""),
        SourceRevision.find(build.directory(), System.getenv()));
  }

  private static Optional<String> host() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static MigrationCodes codes(MigrationClasses classes) {
    return (DeclaredMigration migration) -> {
      try {
        return classes.code(migration);
      } catch (GoalException e) {
        throw new ReflectiveOperationException(e.getMessage(), e);
      }
    };
  }
}
