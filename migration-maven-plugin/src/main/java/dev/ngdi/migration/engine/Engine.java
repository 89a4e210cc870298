package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The apply loop: lock, history, plan, then step by step. Each step is durable when it is done, and
 * the first failure ends the run.
 */
public final class Engine {
  private final Manifest manifest;
  private final Database database;
  private final Progress progress;

  /** An engine for one manifest and one schema. */
  public Engine(Manifest manifest, Database database, Progress progress) {
    this.manifest = manifest;
    this.database = database;
    this.progress = progress;
  }

  /**
   * The state of every migration. Takes no lock and changes nothing.
   *
   * @param environment the environment whose seeds count
   */
  public List<MigrationStatus> status(Optional<String> environment) throws DatabaseException {
    return Planner.status(manifest, database.history(), environment);
  }

  /** What {@link #deploy} would do now. Takes no lock and changes nothing. */
  public Plan plan(DeployRequest request) throws DatabaseException {
    List<AppliedMigration> applied = database.history();
    return checked(Planner.deploy(manifest, applied, evidence(applied), request));
  }

  /** What {@link #down} would do now. Takes no lock and changes nothing. */
  public Plan plan(DownRequest request) throws DatabaseException {
    List<AppliedMigration> applied = database.history();
    return checked(Planner.down(manifest, applied, evidence(applied), request));
  }

  /** Settles an attempt that a person has to settle, or shows what that would change. */
  public Resolution resolve(ResolveRequest request) throws DatabaseException {
    return database.locked(
        progress,
        () -> {
          List<AppliedMigration> applied = database.history();
          Resolution resolution =
              ResolvePlanner.plan(
                  Planner.status(manifest, applied, Optional.empty()), evidence(applied), request);
          if (resolution.recorded()) {
            database.settle(resolution, manifest.sha256());
          }
          return resolution;
        });
  }

  private Map<Long, Evidence> evidence(List<AppliedMigration> applied) throws DatabaseException {
    List<Unsettled> unsettled = Planner.unsettled(manifest, applied);
    return unsettled.isEmpty() ? Map.of() : database.evidence(unsettled);
  }

  /** Applies what is pending. */
  public Outcome deploy(DeployRequest request) throws DatabaseException {
    return database.locked(progress, () -> run(plan(request)));
  }

  /** Takes migrations back. */
  public Outcome down(DownRequest request) throws DatabaseException {
    return database.locked(progress, () -> run(plan(request)));
  }

  /**
   * Drops everything in the schema, and applies everything.
   *
   * @param development whether the caller vouches that it is a developer's database; refused if not
   */
  public Outcome reset(DeployRequest request, boolean development) throws DatabaseException {
    return database.locked(
        progress,
        () -> {
          Plan plan = checked(Planner.deploy(manifest, List.of(), Map.of(), request).clearing());
          if (!development) {
            plan =
                plan.refusedFor(
                    List.of(
                        Refusal.of(
                            "not-development",
                            "a reset drops everything in the schema, and this is not known to be a"
                                + " developer's database",
                            "use `mvn db:deploy`")));
          }
          return run(plan);
        });
  }

  private Plan checked(Plan plan) throws DatabaseException {
    return plan.upToDate() ? plan : plan.with(database.preflight(plan));
  }

  private Outcome run(Plan plan) throws DatabaseException {
    List<Outcome.Done> done = new ArrayList<>();
    if (plan.refused() || plan.upToDate()) {
      return new Outcome(plan, done, Optional.empty());
    }
    progress.planned(plan);
    if (plan.clear()) {
      database.clear();
    }
    database.prepare(plan.baseline());
    String digest = manifest.sha256();
    for (Step step : plan.steps()) {
      int number = done.size() + 1;
      progress.started(step, number, plan.steps().size());
      Tally tally = new Tally(progress);
      long start = System.nanoTime();
      Optional<Failure> failure = database.run(step, digest, tally);
      if (failure.isPresent()) {
        return new Outcome(plan, done, failure);
      }
      done.add(tally.done(step, (System.nanoTime() - start) / 1_000_000));
      progress.finished(step, number, plan.steps().size(), done.get(number - 1));
    }
    return new Outcome(plan, done, Optional.empty());
  }
}
