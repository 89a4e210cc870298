package dev.ngdi.migration.goals;

import dev.ngdi.migration.settings.Credentials;
import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.eclipse.aether.SessionData;

/**
 * What Maven knows of this run.
 *
 * @param session the session
 * @param project the module, or Maven's stand-in where there is no POM
 * @param execution the goal that runs
 * @param decrypter opens the passwords of {@code settings.xml}
 */
record MavenBuild(
    MavenSession session,
    MavenProject project,
    MojoExecution execution,
    SettingsDecrypter decrypter) {

  /** How the goal is typed: {@code db:deploy}. */
  String goal() {
    return execution.getMojoDescriptor().getPluginDescriptor().getGoalPrefix()
        + ":"
        + execution.getGoal();
  }

  /** What {@code -D} says. */
  Map<String, String> userProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    Properties user = session.getUserProperties();
    user.stringPropertyNames().forEach(name -> properties.put(name, user.getProperty(name)));
    return properties;
  }

  /** The names that the goals of this command line read. */
  Set<String> knownProperties() {
    return execution.getMojoDescriptor().getPluginDescriptor().getMojos().stream()
        .filter(mojo -> mojo.getGoal().equals(execution.getGoal()) || isTyped(mojo))
        .flatMap(mojo -> mojo.getParameters().stream())
        .map(parameter -> Optional.ofNullable(parameter.getExpression()).orElse(""))
        .filter(expression -> expression.startsWith("${"))
        .map(expression -> expression.substring(2, expression.length() - 1))
        .collect(Collectors.toSet());
  }

  private boolean isTyped(MojoDescriptor mojo) {
    return session.getGoals().stream()
        .map(typed -> typed.split("@", 2)[0])
        .anyMatch(typed -> typed.endsWith(":" + mojo.getGoal()));
  }

  /** Whether there is a POM; without one the project is Maven's stand-in. */
  boolean hasProject() {
    return project.getBasedir() != null;
  }

  /** Whether this build has other modules too. */
  boolean hasSeveralModules() {
    return session.getProjects().size() > 1;
  }

  /** Whether this is the first module of the build that asks for something. */
  boolean isFirst(String what) {
    SessionData data = session.getRepositorySession().getData();
    String key = MavenBuild.class.getName() + " " + goal() + " " + what;
    data.set(key, null, project.getId());
    return project.getId().equals(data.get(key));
  }

  /** The module's directory; without a POM, the directory that Maven was started in. */
  Path directory() {
    return hasProject()
        ? project.getBasedir().toPath()
        : Path.of(session.getExecutionRootDirectory());
  }

  /** Where the module's classes are compiled to. */
  Path classes() {
    return Path.of(project.getBuild().getOutputDirectory());
  }

  /** The directories that the packages of the module's sources begin in. */
  List<Path> sources() {
    return project.getCompileSourceRoots().stream().map(root -> directory().resolve(root)).toList();
  }

  /** Where this run leaves what machines read. */
  Path reports() {
    String target = hasProject() ? project.getBuild().getDirectory() : "target";
    return directory().resolve(target).resolve("db");
  }

  /** A file or directory as it is shown: relative to where Maven was started, if it is below. */
  String shown(Path path) {
    Path root = Path.of(session.getExecutionRootDirectory());
    return (path.startsWith(root) ? root.relativize(path) : path).toString();
  }

  /**
   * A server of {@code settings.xml}, its password decrypted.
   *
   * @throws GoalException if there is none of that id, or its password cannot be decrypted
   */
  Credentials server(String id) throws GoalException {
    Server server = session.getSettings().getServer(id);
    if (server == null) {
      throw new GoalException(
          """
          `db.serverId` is `%s`, and `settings.xml` has no server of that id
          add a `<server>` with `<id>`, `<username>` and `<password>`"""
              .formatted(id));
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    for (SettingsProblem problem : result.getProblems()) {
      if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
        throw new GoalException(
            """
            the password of server `%s` in `settings.xml` cannot be decrypted
            see that `settings-security.xml` holds the master password it was encrypted with"""
                .formatted(id));
      }
    }
    return new Credentials(
        Optional.ofNullable(result.getServer().getUsername()),
        Optional.ofNullable(result.getServer().getPassword()));
  }
}
