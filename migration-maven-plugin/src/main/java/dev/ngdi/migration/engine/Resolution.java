package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Optional;

/**
 * What settling an attempt changes.
 *
 * @param request what was said of it
 * @param step what the attempt was to do; empty if there is none to settle, or if all it lacks is
 *     its row in the history
 * @param attempt its number in the journal
 * @param found what is known of it: one line, lower case, no final stop
 * @param changes what is changed by it, one line each, in the same form
 * @param refusals what stands in the way; nothing is changed unless it is empty
 */
public record Resolution(
    ResolveRequest request,
    Optional<Step> step,
    long attempt,
    String found,
    List<String> changes,
    List<Refusal> refusals) {
  public Resolution {
    changes = List.copyOf(changes);
    refusals = List.copyOf(refusals);
  }

  /** Whether it is recorded, and not only shown. */
  public boolean recorded() {
    return request.confirmed() && refusals.isEmpty();
  }

  /** Which way the attempt went. */
  public Direction direction() {
    return step.map(Step::direction).orElse(Direction.UP);
  }
}
