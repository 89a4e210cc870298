package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is about to be done, and what stands in the way.
 *
 * @param direction which way its steps go
 * @param clear whether everything in the schema is dropped first
 * @param baseline the version that a database without history is taken to have, set first
 * @param steps in the order in which they would run; there even if the plan is refused
 * @param refusals everything that stands in the way; nothing runs unless it is empty
 * @param remarks what should be read before it runs, one line each: what was accepted on request,
 *     and what was found in the database
 */
public record Plan(
    Direction direction,
    boolean clear,
    Optional<String> baseline,
    List<Step> steps,
    List<Refusal> refusals,
    List<String> remarks) {

  public Plan {
    steps = List.copyOf(steps);
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }

  /** Whether something stands in the way. */
  public boolean refused() {
    return !refusals.isEmpty();
  }

  /** Whether there is nothing to do and nothing in the way. */
  public boolean upToDate() {
    return steps.isEmpty() && !clear && baseline.isEmpty() && !refused();
  }

  /** The same plan on a schema that is emptied first. */
  public Plan clearing() {
    return new Plan(direction, true, baseline, steps, refusals, remarks);
  }

  /** The same plan with what was found where it is to run. */
  public Plan with(Preflight preflight) {
    return new Plan(
        direction,
        clear,
        baseline,
        steps,
        Stream.concat(refusals.stream(), preflight.refusals().stream()).toList(),
        Stream.concat(remarks.stream(), preflight.remarks().stream()).toList());
  }

  /** The same plan with more in its way. */
  public Plan refusedFor(List<Refusal> more) {
    return new Plan(
        direction,
        clear,
        baseline,
        steps,
        Stream.concat(refusals.stream(), more.stream()).toList(),
        remarks);
  }
}
