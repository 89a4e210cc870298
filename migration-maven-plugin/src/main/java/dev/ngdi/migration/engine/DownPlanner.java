package dev.ngdi.migration.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans a down. */
final class DownPlanner {
  private final List<MigrationStatus> all;
  private final List<MigrationStatus> newestFirst;
  private final Map<Long, Evidence> evidence;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private DownPlanner(List<MigrationStatus> all, Map<Long, Evidence> evidence) {
    this.all = all;
    this.evidence = evidence;
    this.newestFirst =
        all.stream()
            .filter(status -> isApplied(status) || resumption(status).isPresent())
            .sorted(Comparator.comparing((MigrationStatus s) -> Version.of(s.version())).reversed())
            .toList();
  }

  static Plan plan(List<MigrationStatus> all, Map<Long, Evidence> evidence, DownRequest request) {
    DownPlanner planner = new DownPlanner(all, evidence);
    List<MigrationStatus> asked = planner.asked(request);
    all.stream()
        .filter(MigrationStatus::isUnsettled)
        .filter(status -> !asked.contains(status))
        .map(status -> Refusals.unsettled(status, planner.found(status)))
        .forEach(planner.refusals::add);
    List<Step> steps = planner.steps(asked);
    return new Plan(
        Direction.DOWN, false, Optional.empty(), steps, planner.refusals, planner.remarks);
  }

  private Optional<Evidence> found(MigrationStatus status) {
    return Unsettled.of(status).flatMap(a -> Optional.ofNullable(evidence.get(a.attempt())));
  }

  /** How a way back that was begun goes on; a deploy that was begun is not a down's to finish. */
  private Optional<Resumption> resumption(MigrationStatus status) {
    return Unsettled.of(status)
        .filter(attempt -> attempt.direction() == Direction.DOWN)
        .flatMap(attempt -> found(status).flatMap(attempt::resumption));
  }

  private static boolean isApplied(MigrationStatus status) {
    return switch (status.state()) {
      case APPLIED, REFORMATTED, CHANGED, MISSING -> true;
      case PENDING, LATE, FAILED, UNKNOWN, LOST, EXCLUDED, BASELINE -> false;
    };
  }

  /** One that has lost its row is refused for that, and not as one that is not applied. */
  private static boolean isKept(MigrationStatus target) {
    return isApplied(target) || target.isLost() || target.state() == MigrationState.BASELINE;
  }

  private List<MigrationStatus> asked(DownRequest request) {
    if (request instanceof DownRequest.To to) {
      return newerThan(to.id());
    }
    int count = ((DownRequest.Steps) request).count();
    if (count > newestFirst.size() && !newestFirst.isEmpty()) {
      refusals.add(Refusals.tooManySteps(count, newestFirst.size()));
    }
    return newestFirst.subList(0, Math.min(count, newestFirst.size()));
  }

  private List<MigrationStatus> newerThan(String target) {
    Optional<MigrationStatus> kept =
        all.stream().filter(s -> s.id().equals(target) || s.version().equals(target)).findFirst();
    if (kept.isEmpty()) {
      refusals.add(
          Refusals.targetUnknown(
              target,
              NearNames.of(target, newestFirst.stream().map(MigrationStatus::id).toList())));
      return List.of();
    }
    if (!isKept(kept.get())) {
      refusals.add(Refusals.targetNotApplied(kept.get()));
      return List.of();
    }
    Version version = Version.of(kept.get().version());
    return newestFirst.stream()
        .filter(s -> Version.of(s.version()).compareTo(version) > 0)
        .toList();
  }

  private List<Step> steps(List<MigrationStatus> asked) {
    List<Step> steps = new ArrayList<>();
    Optional<String> blocker = Optional.empty();
    for (MigrationStatus status : asked) {
      AppliedMigration applied = status.applied().orElseThrow();
      WayBack wayBack = status.declared().map(WayBack::of).orElseGet(applied::wayBack);
      Optional<Blocked> blocked = blocked(status, wayBack);
      if (blocked.isPresent()) {
        blocker = blocker.or(() -> Optional.of(status.id()));
        refusals.add(
            Refusals.noWayBack(
                status,
                blocked.get().why(),
                blocker.filter(id -> !id.equals(newestFirst.get(0).id())),
                blocked.get().remedy()));
      } else {
        Optional<Resumption> resumption = resumption(status);
        resumption.ifPresent(
            r -> remarks.add("`" + status.id() + "` was begun to be taken back: " + r.found()));
        steps.add(new Step.Revert(applied, status.declared(), wayBack, resumption));
      }
    }
    return steps;
  }

  /** Why a migration is in the way, and what removes that. */
  private record Blocked(String why, Optional<String> remedy) {
    static Optional<Blocked> because(String why) {
      return Optional.of(new Blocked(why, Optional.empty()));
    }
  }

  private static Optional<Blocked> blocked(MigrationStatus status, WayBack wayBack) {
    if (status.state() == MigrationState.CHANGED) {
      return Optional.of(
          new Blocked(
              "it was edited after it was applied",
              Optional.of("write it again as it was applied")));
    }
    if (wayBack instanceof WayBack.Irreversible irreversible) {
      return Blocked.because(irreversible.because());
    }
    if (wayBack instanceof WayBack.Unrecorded) {
      return Blocked.because("another tool applied it, and its way back is not recorded");
    }
    if (wayBack instanceof WayBack.Code && status.declared().isEmpty()) {
      String where =
          status.applied().flatMap(AppliedMigration::commit).map(c -> ", " + c + ",").orElse("");
      return Optional.of(
          new Blocked(
              "its way back is Java code, which this manifest does not have",
              Optional.of("run this from the revision" + where + " that has it")));
    }
    return Optional.empty();
  }
}
