package dev.ngdi.migration.goals;

import com.google.gson.JsonObject;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.project.MigrationSources;
import dev.ngdi.migration.report.OutcomeReport;
import dev.ngdi.migration.report.Report;
import dev.ngdi.migration.settings.ChosenDatabase;
import dev.ngdi.migration.settings.ConnectionSources.Configured;
import dev.ngdi.migration.settings.GoalException;
import dev.ngdi.migration.settings.Settings;
import dev.ngdi.migration.settings.UserProperties;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/**
 * What every goal has: the parameters of the connection, and one place where its report, or
 * whatever went wrong, reaches the user and the JSON file.
 *
 * <p>All parameters are text, read by {@link Settings}: so the command line wins over the POM, and
 * a value that is none is refused instead of taken for {@code false}.
 */
abstract class DbMojo extends AbstractMojo {
  /** {@code true}: does nothing. */
  @Parameter(property = "db.skip")
  private String skip = "";

  /**
   * The database: {@code jdbc:postgresql://host:5432/database} or {@code
   * postgres://user@host:5432/database}. On the command line it wins; then come the environment
   * variables {@code DB_URL}, {@code DATABASE_URL}, {@code SPRING_DATASOURCE_URL} and {@code
   * FLYWAY_URL}; then the POM.
   */
  @Parameter(property = "db.url")
  private String url = "";

  /** The role to connect as; also {@code DB_USER}, or what the URL's source says. */
  @Parameter(property = "db.user")
  private String user = "";

  /**
   * Its password; also {@code DB_PASSWORD}, or what the URL's source says. Never printed. Better
   * kept in {@code settings.xml}: see {@code db.serverId}.
   */
  @Parameter(property = "db.password")
  private String password = "";

  /** The server in {@code settings.xml} whose user and password, encrypted or not, are taken. */
  @Parameter(property = "db.serverId")
  private String serverId = "";

  /** The schema to migrate; by default what the URL says, or the role's current one. */
  @Parameter(property = "db.schema")
  private String schema = "";

  /**
   * Whether the embedded dev database may be worked on: {@code true} on the command line uses it
   * always, in the POM only if nobody names another one; {@code false} never. By default goals for
   * developers may and goals for production may not.
   */
  @Parameter(property = "db.embedded")
  private String embedded = "";

  /**
   * The environment whose seeds are wanted, {@code development} for example; the embedded dev
   * database is {@code development} unless told otherwise.
   */
  @Parameter(property = "db.environment")
  private String environment = "";

  /**
   * Which database it must be: its name, or {@code name@number} with the number that its cluster
   * was given when it was made. Another one is refused.
   */
  @Parameter(property = "db.identity")
  private String identity = "";

  /**
   * How many seconds to wait for another deployer, another goal, or in all for the locks of one
   * migration; by default 300.
   */
  @Parameter(property = "db.lockWait")
  private String lockWait = "";

  /**
   * How many seconds a statement that holds up traffic may wait for a lock at a time, by default 2;
   * then its migration is rolled back and tried again, until {@code db.lockWait} is over. With 0 it
   * waits for ever.
   */
  @Parameter(property = "db.lockTimeout")
  private String lockTimeout = "";

  /** How many seconds such a statement may run; by default, and with 0, for ever. */
  @Parameter(property = "db.statementTimeout")
  private String statementTimeout = "";

  /**
   * {@code true}: says only what somebody should see to, what failed, and the last sentence; for
   * the logs of CI.
   */
  @Parameter(property = "db.quiet")
  private String quiet = "";

  // Maven sets these before it calls anything.
  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MojoExecution execution;

  @Inject private RepositorySystem repositories;

  @Inject private SettingsDecrypter decrypter;

  @Inject private LifecycleExecutor lifecycle;

  @Inject private BuildPluginManager plugins;

  /**
   * Does what the goal is for.
   *
   * @return what it has to say; empty if this module is none of its business
   */
  abstract Optional<? extends Report> run(Workplace workplace)
      throws GoalException, DatabaseException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    Console console = executeHere();
    Modules modules = new Modules(session, lifecycle, plugins);
    for (MavenProject module : modules.after(project, execution)) {
      console.info("module " + module.getArtifactId());
      modules.run(execution, module);
    }
  }

  private Console executeHere() throws MojoExecutionException, MojoFailureException {
    try (Signals signals = new Signals(getLog())) {
      return executeHere(signals);
    }
  }

  private Console executeHere(Signals signals) throws MojoExecutionException, MojoFailureException {
    Optional<Workplace> workplace = Optional.empty();
    try {
      Console console = console();
      if (settings().flag("db.skip", skip)) {
        console.info("skipped, for `db.skip` is set");
        return console;
      }
      UserProperties.check(
          build().userProperties().keySet(), build().knownProperties(), build().goal());
      workplace = Optional.of(workplace(signals));
      Optional<? extends Report> report = run(workplace.get());
      if (report.isPresent()) {
        publish(report.get(), workplace.get(), console, signals);
      } else {
        console.info("no migrations in this module");
      }
      return console;
    } catch (GoalException e) {
      throw failure(workplace, e.getMessage(), e);
    } catch (DatabaseException e) {
      Refusal refusal = e.refusal();
      throw failure(workplace, refusal.message() + "\n" + refusal.whatToDo(), e);
    } catch (RuntimeException e) {
      throw new MojoExecutionException(
          "`%s` has a fault of its own: %s\nplease report it with the output of `mvn -X`"
              .formatted(build().goal(), e),
          e);
    }
  }

  private void publish(Report report, Workplace workplace, Console console, Signals signals)
      throws MojoFailureException {
    Optional<ChosenDatabase> database = workplace.database();
    String outcome = report.ending().name().toLowerCase(Locale.ROOT);
    json().write(execution.getGoal(), database, workplace.server(), outcome, report.json());
    if (report.ending() != Report.Ending.SUCCEEDED) {
      String lines = String.join("\n", report.lines());
      String text = database.map(d -> d.withoutSecrets(lines)).orElse(lines);
      if (signals.received()) {
        // The JVM does not live to see Maven print it.
        console.failed(text);
      }
      throw new MojoFailureException(text);
    }
    console.report(report.lines());
  }

  private MojoFailureException failure(
      Optional<Workplace> workplace, String message, Exception cause) {
    Optional<ChosenDatabase> database = workplace.flatMap(Workplace::database);
    String text = database.map(d -> d.withoutSecrets(message)).orElse(message);
    JsonObject detail = new JsonObject();
    detail.addProperty("message", text);
    json()
        .write(
            execution.getGoal(), database, workplace.flatMap(Workplace::server), "refused", detail);
    // Maven would add what the cause says to what the user reads.
    getLog().debug(cause);
    return new MojoFailureException(text);
  }

  private Workplace workplace(Signals signals) throws GoalException {
    DatabaseParameters parameters =
        DatabaseParameters.read(
            settings(),
            new Configured(url, user, password, serverId),
            schema,
            identity,
            embedded,
            lockWait,
            lockTimeout,
            statementTimeout);
    return new Workplace(build(), artifacts(), parameters, console(), signals);
  }

  private JsonFile json() {
    return new JsonFile(build().reports(), getLog());
  }

  private Artifacts artifacts() {
    return new Artifacts(repositories, session, project);
  }

  /** What Maven knows of this run. */
  final MavenBuild build() {
    return new MavenBuild(session, project, execution, decrypter);
  }

  /** Where it says what it does. */
  final Console console() throws GoalException {
    Emphasis emphasis =
        Emphasis.of(build().userProperties(), System.getenv(), Emphasis.isTerminal());
    return new Console(getLog(), emphasis, settings().flag("db.quiet", quiet));
  }

  /** What came of a run; a failure with its line in the migration's class, if it is there. */
  final OutcomeReport outcome(Outcome outcome, String command, String next) {
    return new OutcomeReport(
        new MigrationSources(build().sources()).locate(outcome), command, next);
  }

  /** The goal's parameters. */
  final Settings settings() {
    return new Settings(build().userProperties());
  }

  /** The environment that was named. */
  final Optional<String> environment() {
    return settings().text("db.environment", environment);
  }

  /** The environment whose seeds are wanted in a database. */
  final Optional<String> environment(ChosenDatabase database) {
    return environment().or(() -> database.embedded() ? Optional.of("dev") : Optional.empty());
  }

  /**
   * The migrations to work with.
   *
   * @param artifact the coordinates of a released jar; blank for the module's own
   * @return empty if this module has none, or if it is not the one that works for all
   */
  final Optional<CompiledMigrations> migrations(String artifact) throws GoalException {
    MigrationSource source = new MigrationSource(build(), artifacts());
    Optional<String> released = settings().text("db.artifact", artifact);
    if (released.isEmpty()) {
      return source.ofModule();
    }
    return project.isExecutionRoot()
        ? Optional.of(source.released(released.get()))
        : Optional.empty();
  }
}
