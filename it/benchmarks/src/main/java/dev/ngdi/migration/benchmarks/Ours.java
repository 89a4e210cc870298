package dev.ngdi.migration.benchmarks;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.postgres.ConnectionSettings;
import dev.ngdi.migration.postgres.Origin;
import dev.ngdi.migration.postgres.PostgresDatabase;
import dev.ngdi.migration.project.CompiledMigrations;
import dev.ngdi.migration.project.MigrationClasses;
import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Path;
import java.util.Optional;

/** Our engine with the settings that {@code db:deploy} has by default. */
record Ours(CompiledMigrations migrations) implements Tool {
  /** Without the seeds that are for developers. */
  private static final DeployRequest REQUEST = DeployRequest.PLAIN.in("production");

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public Deploy prepare(String url, Path directory) {
    return () -> deploy(url);
  }

  private Timing deploy(String url) throws Exception {
    Loop loop = new Loop();
    long start = System.nanoTime();
    try (MigrationClasses classes = new MigrationClasses(migrations.classPath());
        PostgresDatabase database =
            PostgresDatabase.connect(
                ConnectionSettings.of(
                    url, Optional.empty(), Optional.empty(), Optional.of("public")),
                migrations.manifest().postgres(),
                new Origin("benchmark", "benchmark", Optional.empty()),
                migration -> {
                  try {
                    return classes.code(migration);
                  } catch (GoalException e) {
                    throw new ReflectiveOperationException(e.getMessage(), e);
                  }
                })) {
      Outcome outcome = new Engine(migrations.manifest(), database, loop).deploy(REQUEST);
      if (!outcome.succeeded()) {
        throw new IllegalStateException(
            outcome.failure().map(Object::toString).orElse("")
                + outcome.plan().refusals().stream().map(Object::toString).toList());
      }
    }
    return new Timing(System.nanoTime() - start, loop.last - loop.first);
  }

  /** When the first migration began and the last one ended; both 0 if there was none. */
  private static final class Loop implements Progress {
    private long first;
    private long last;

    @Override
    public void started(Step step, int number, int total) {
      if (number == 1) {
        first = System.nanoTime();
      }
    }

    @Override
    public void finished(Step step, int number, int total, Outcome.Done done) {
      last = System.nanoTime();
    }
  }
}
