package dev.ngdi.migration.goals;

import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.eclipse.aether.SessionData;

/** Finds the migrations of a run: those of the module, or those in a released jar. */
final class MigrationSource {
  private final MavenBuild build;
  private final Artifacts artifacts;

  MigrationSource(MavenBuild build, Artifacts artifacts) {
    this.build = build;
    this.artifacts = artifacts;
  }

  /**
   * The migrations inside a released jar.
   *
   * @param coordinates {@code group:artifact:version}
   * @throws GoalException if it cannot be had, or has none
   */
  CompiledMigrations released(String coordinates) throws GoalException {
    List<Path> classPath = artifacts.classPath(coordinates);
    return CompiledMigrations.inJar(classPath.get(0), classPath)
        .orElseThrow(
            () ->
                new GoalException(
                    "`%s` has no migrations: `META-INF/migrations/manifest.json` is not in it"
                        .formatted(coordinates)));
  }

  /**
   * The migrations of this module.
   *
   * @return empty if it has none, but another module of the build has, or still may have
   * @throws GoalException if they cannot be read, or no module of the build has any
   */
  Optional<CompiledMigrations> ofModule() throws GoalException {
    if (!build.hasProject()) {
      throw new GoalException(
          """
          there is no project in `%s`
          run `%s` in one, or name a released jar with `-Ddb.artifact=group:artifact:version`"""
              .formatted(build.directory(), build.goal()));
    }
    Optional<CompiledMigrations> found = CompiledMigrations.in(build.classes(), classPath());
    if (found.isEmpty() && noneInBuild()) {
      throw new GoalException(
          """
          there are no migrations: the compiler wrote no `META-INF/migrations/manifest.json`
          it does so when there is a migration class and the annotation processor is configured:
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <configuration>
                  <annotationProcessorPaths>
                    <path>
                      <groupId>dev.ngdi.migration</groupId>
                      <artifactId>migration-processor</artifactId>
                      <version>%s</version>
                    </path>
                  </annotationProcessorPaths>
                </configuration>
              </plugin>"""
              .formatted(build.execution().getVersion()));
    }
    found.ifPresent(migrations -> seen().put(key(), true));
    return found;
  }

  /** Whether this is the last module of the build to look, and none has found any. */
  private boolean noneInBuild() {
    Map<String, Boolean> seen = seen();
    seen.put(key(), false);
    return seen.size() == build.session().getProjects().size() && !seen.containsValue(true);
  }

  /**
   * The modules that have looked in this run of the goal; those of a parallel build all share it.
   */
  @SuppressWarnings("unchecked") // nobody else has this key
  private Map<String, Boolean> seen() {
    SessionData data = build.session().getRepositorySession().getData();
    String key = MigrationSource.class.getName() + " " + build.goal();
    data.set(key, null, new ConcurrentHashMap<String, Boolean>());
    return (Map<String, Boolean>) data.get(key);
  }

  private String key() {
    return build.project().getId();
  }

  private List<Path> classPath() throws GoalException {
    try {
      return build.project().getRuntimeClasspathElements().stream().map(Path::of).toList();
    } catch (DependencyResolutionRequiredException e) {
      throw new GoalException("the run-time class path is not resolved: " + e.getMessage(), e);
    }
  }
}
