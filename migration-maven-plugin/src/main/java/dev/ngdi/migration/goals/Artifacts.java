package dev.ngdi.migration.goals;

import dev.ngdi.migration.settings.GoalException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Gets artifacts as Maven does: from the local repository, else from the repositories of the
 * project and of {@code settings.xml}.
 *
 * @param system Maven's resolver
 * @param session whose settings hold: offline, mirrors, proxies
 * @param project whose repositories are asked
 */
record Artifacts(RepositorySystem system, MavenSession session, MavenProject project) {

  /**
   * A single jar.
   *
   * @throws GoalException if it cannot be had
   */
  Path jar(String groupId, String artifactId, String version) throws GoalException {
    Artifact artifact = new DefaultArtifact(groupId, artifactId, "jar", version);
    try {
      return system
          .resolveArtifact(
              session.getRepositorySession(),
              new ArtifactRequest(artifact, project.getRemoteProjectRepositories(), ""))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw notFound(artifact, e);
    }
  }

  /**
   * A jar with its run-time dependencies, itself first.
   *
   * @param coordinates {@code group:artifact:version}
   * @throws GoalException if one of them cannot be had, or these are no coordinates
   */
  List<Path> classPath(String coordinates) throws GoalException {
    Artifact artifact;
    try {
      artifact = new DefaultArtifact(coordinates);
    } catch (IllegalArgumentException e) {
      throw new GoalException(
          "`db.artifact` is `%s`; write `group:artifact:version`".formatted(coordinates), e);
    }
    CollectRequest collected =
        new CollectRequest(
            new Dependency(artifact, "runtime"), project.getRemoteProjectRepositories());
    DependencyRequest request = new DependencyRequest();
    request.setCollectRequest(collected);
    try {
      return system
          .resolveDependencies(session.getRepositorySession(), request)
          .getArtifactResults()
          .stream()
          .map(ArtifactResult::getArtifact)
          .map(Artifact::getFile)
          .map(File::toPath)
          .toList();
    } catch (DependencyResolutionException e) {
      throw notFound(artifact, e);
    }
  }

  private GoalException notFound(Artifact artifact, Exception cause) {
    return new GoalException(
        "`%s` cannot be had: %s".formatted(artifact, cause.getMessage()), cause);
  }
}
