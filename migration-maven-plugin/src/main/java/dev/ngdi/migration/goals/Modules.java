package dev.ngdi.migration.goals;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * The modules of a build. Maven runs a goal that can do without a project in the first module only,
 * so that one has the others follow, each with its own configuration.
 */
final class Modules {
  private final MavenSession session;
  private final LifecycleExecutor lifecycle;
  private final BuildPluginManager plugins;

  Modules(MavenSession session, LifecycleExecutor lifecycle, BuildPluginManager plugins) {
    this.session = session;
    this.lifecycle = lifecycle;
    this.plugins = plugins;
  }

  /** The modules that follow this one, in the order of the build; none for all but the first. */
  List<MavenProject> after(MavenProject project, MojoExecution execution) {
    return execution.getMojoDescriptor().isAggregator()
            && project.equals(session.getTopLevelProject())
        ? session.getProjects().stream().filter(module -> !module.equals(project)).toList()
        : List.of();
  }

  /** Runs the same goal in another module, as if it had been typed there. */
  void run(MojoExecution execution, MavenProject module)
      throws MojoExecutionException, MojoFailureException {
    MavenSession there = session.clone();
    there.setCurrentProject(module);
    try {
      for (MojoExecution planned :
          lifecycle.calculateExecutionPlan(there, task(execution)).getMojoExecutions()) {
        plugins.executeMojo(there, planned);
      }
    } catch (MojoFailureException | MojoExecutionException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new MojoExecutionException("module `%s`: %s".formatted(module.getName(), e), e);
    }
  }

  private static String task(MojoExecution execution) {
    MojoDescriptor goal = execution.getMojoDescriptor();
    PluginDescriptor plugin = goal.getPluginDescriptor();
    return String.join(
        ":", plugin.getGroupId(), plugin.getArtifactId(), plugin.getVersion(), goal.getGoal());
  }
}
