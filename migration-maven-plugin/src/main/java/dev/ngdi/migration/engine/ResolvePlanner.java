package dev.ngdi.migration.engine;

import dev.ngdi.migration.engine.ResolveRequest.As;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans how an attempt is settled that did not come to its end, or has lost its row. */
final class ResolvePlanner {
  private ResolvePlanner() {}

  static Resolution plan(
      List<MigrationStatus> all, Map<Long, Evidence> evidence, ResolveRequest request) {
    List<MigrationStatus> unsettled = all.stream().filter(MigrationStatus::isUnsettled).toList();
    Optional<MigrationStatus> meant =
        unsettled.stream()
            .filter(s -> s.id().equals(request.id()) || s.version().equals(request.id()))
            .findFirst();
    return meant.isEmpty()
        ? refused(request, Refusals.nothingToResolve(request.id(), unsettled))
        : plan(meant.get(), evidence, request);
  }

  private static Resolution plan(
      MigrationStatus status, Map<Long, Evidence> evidence, ResolveRequest request) {
    AppliedMigration applied = status.applied().orElseThrow();
    if (status.isLost()) {
      return lost(status, applied, request);
    }
    Optional<Step> step = step(status, applied);
    if (step.isEmpty()) {
      return refused(request, Refusals.notDeclared(status.id()));
    }
    boolean failed = status.state() == MigrationState.FAILED;
    if (failed && request.as() == As.RETRY) {
      return refused(request, Refusals.retriedAnyway(status.id(), applied.direction()));
    }
    Optional<Evidence> found =
        applied.attempt().flatMap(attempt -> Optional.ofNullable(evidence.get(attempt)));
    return new Resolution(
        request,
        step,
        applied.attempt().orElse(0L),
        Refusals.unsettled(status, found).message(),
        changes(request.as(), applied, failed),
        List.of());
  }

  private static Resolution lost(
      MigrationStatus status, AppliedMigration applied, ResolveRequest request) {
    if (request.as() == As.RETRY) {
      return refused(request, Refusals.lostIsDone(status.id()));
    }
    long attempt = applied.attempt().orElseThrow();
    return new Resolution(
        request,
        Optional.empty(),
        attempt,
        Refusals.unsettled(status, Optional.empty()).message(),
        List.of(
            request.as() == As.APPLIED
                ? "the history gets a row at its end that says it is applied, as the journal has it"
                : "it counts as not applied: it is pending, or late if a newer one is applied",
            settled(attempt)),
        List.of());
  }

  private static Resolution refused(ResolveRequest request, Refusal refusal) {
    return new Resolution(request, Optional.empty(), 0, "", List.of(), List.of(refusal));
  }

  private static Optional<Step> step(MigrationStatus status, AppliedMigration applied) {
    if (applied.direction() == Direction.UP) {
      return status.declared().map(Step.Apply::new);
    }
    WayBack wayBack = status.declared().map(WayBack::of).orElseGet(applied::wayBack);
    return Optional.of(new Step.Revert(applied, status.declared(), wayBack, Optional.empty()));
  }

  private static List<String> changes(As as, AppliedMigration applied, boolean failed) {
    boolean up = applied.direction() == Direction.UP;
    List<String> changes = new ArrayList<>();
    if (up && failed && as != As.RETRY) {
      changes.add("the history loses the row of the attempt that failed");
    }
    switch (as) {
      case APPLIED ->
          changes.add(
              up
                  ? "the history gets the row that says it is applied, and the journal what belongs"
                      + " to it"
                  : "the history gets the row that says it is taken back");
      case NOT_APPLIED ->
          changes.add(
              up
                  ? "it is pending, and the next `mvn db:deploy` begins it at its first statement"
                  : "it is applied, as it was before it was begun to be taken back");
      case RETRY ->
          changes.add(
              "the next `mvn db:%s` goes on at its statement %d"
                  .formatted(up ? "deploy" : "down", applied.statement().orElse(1)));
    }
    changes.add(settled(applied.attempt().orElse(0L)));
    return changes;
  }

  private static String settled(long attempt) {
    return "the journal says of attempt %d who settled it, and as what".formatted(attempt);
  }
}
