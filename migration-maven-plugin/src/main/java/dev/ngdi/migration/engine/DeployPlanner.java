package dev.ngdi.migration.engine;

import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a deploy. */
final class DeployPlanner {
  private final DeployRequest request;
  private final Map<Long, Evidence> evidence;
  private final Optional<String> newestApplied;
  private final Optional<Version> newestDeclared;
  private final List<Step> steps = new ArrayList<>();
  private final List<DeclaredMigration> undecided = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private DeployPlanner(
      Manifest manifest,
      List<AppliedMigration> applied,
      Map<Long, Evidence> evidence,
      DeployRequest request) {
    this.request = request;
    this.evidence = evidence;
    this.newestApplied =
        applied.stream()
            .max(Comparator.comparing(a -> Version.of(a.version())))
            .map(AppliedMigration::id);
    this.newestDeclared =
        manifest.migrations().stream()
            .map(m -> Version.of(m.version()))
            .max(Comparator.naturalOrder());
  }

  static Plan plan(
      Manifest manifest,
      List<AppliedMigration> applied,
      Map<Long, Evidence> evidence,
      DeployRequest request) {
    DeployPlanner planner = new DeployPlanner(manifest, applied, evidence, request);
    Optional<String> baseline = planner.baseline(applied);
    List<AppliedMigration> rows = new ArrayList<>(applied);
    baseline.ifPresent(version -> rows.add(asBaseline(version)));
    Planner.status(manifest, rows, request.environment()).forEach(planner::add);
    if (!planner.undecided.isEmpty()) {
      planner.refusals.add(Refusals.environmentMissing(planner.undecided));
    }
    return new Plan(
        Direction.UP, false, baseline, planner.steps, planner.refusals, planner.remarks);
  }

  /** The baseline that is still to be set. */
  private Optional<String> baseline(List<AppliedMigration> applied) {
    if (request.baseline().isEmpty() || applied.isEmpty()) {
      return request.baseline();
    }
    Version asked = Version.of(request.baseline().get());
    boolean set =
        applied.stream()
            .anyMatch(a -> a.result() == Result.BASELINE && Version.of(a.version()).equals(asked));
    if (!set) {
      refusals.add(Refusals.baselineTooLate(request.baseline().get()));
    }
    return Optional.empty();
  }

  private static AppliedMigration asBaseline(String version) {
    return new AppliedMigration(
        Optional.empty(),
        Optional.empty(),
        version,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Result.BASELINE,
        Direction.UP,
        Instant.EPOCH,
        Optional.empty(),
        "",
        0,
        new WayBack.Unrecorded(),
        Optional.empty());
  }

  private void add(MigrationStatus status) {
    switch (status.state()) {
      case PENDING -> status.declared().ifPresent(this::apply);
      case LATE -> status.declared().ifPresent(this::applyLate);
      case CHANGED -> refusals.add(Refusals.changed(status));
      case FAILED, UNKNOWN, LOST -> unsettled(status);
      case MISSING -> missing(status);
      case REFORMATTED -> remarks.add("`" + status.id() + "` " + status.state().sentence());
      case APPLIED, EXCLUDED, BASELINE -> {}
    }
  }

  private void apply(DeclaredMigration migration) {
    steps.add(new Step.Apply(migration));
    if (!migration.isFor(request.environment())) {
      undecided.add(migration);
    }
  }

  /** Goes on where that is safe; a way back that was begun is not a deploy's to finish. */
  private void unsettled(MigrationStatus status) {
    Optional<Unsettled> attempt = Unsettled.of(status);
    Optional<Evidence> found = attempt.flatMap(a -> Optional.ofNullable(evidence.get(a.attempt())));
    Optional<Resumption> resumption =
        found
            .filter(e -> attempt.orElseThrow().direction() == Direction.UP)
            .flatMap(e -> attempt.orElseThrow().resumption(e));
    if (resumption.isPresent()) {
      remarks.add("`" + status.id() + "` was begun before: " + resumption.get().found());
      steps.add(new Step.Apply(status.declared().orElseThrow(), resumption));
    } else {
      refusals.add(Refusals.unsettled(status, found));
    }
  }

  private void applyLate(DeclaredMigration migration) {
    if (request.outOfOrder()) {
      remarks.add("`" + migration.id() + "` is older than what is applied, and allowed");
    } else {
      refusals.add(Refusals.late(migration.id(), newestApplied.orElse("")));
    }
    apply(migration);
  }

  private void missing(MigrationStatus status) {
    if (request.allowMissing().isPresent()) {
      remarks.add(
          "`"
              + status.id()
              + "` is applied and missing here, and allowed: "
              + request.allowMissing().get());
    } else if (newestDeclared
        .filter(n -> n.compareTo(Version.of(status.version())) > 0)
        .isPresent()) {
      refusals.add(Refusals.missing(status.id()));
    } else {
      refusals.add(Refusals.ahead(status.id()));
    }
  }
}
