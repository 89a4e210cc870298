package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Map;
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
 * @param sizes of the tables that it locks and that are there now, by their names in the manifest;
 *     empty for one whose rows the server never counted
 */
public record Plan(
    Direction direction,
    boolean clear,
    Optional<String> baseline,
    List<Step> steps,
    List<Refusal> refusals,
    List<String> remarks,
    Map<String, Optional<TableSize>> sizes) {

  public Plan {
    steps = List.copyOf(steps);
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
    sizes = Map.copyOf(sizes);
  }

  /** A plan that knows nothing yet of where it is to run. */
  public Plan(
      Direction direction,
      boolean clear,
      Optional<String> baseline,
      List<Step> steps,
      List<Refusal> refusals,
      List<String> remarks) {
    this(direction, clear, baseline, steps, refusals, remarks, Map.of());
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
    return new Plan(direction, true, baseline, steps, refusals, remarks, sizes);
  }

  /** The same plan with what was found where it is to run. */
  public Plan with(Preflight preflight) {
    return new Plan(
        direction,
        clear,
        baseline,
        steps,
        Stream.concat(refusals.stream(), preflight.refusals().stream()).toList(),
        Stream.concat(remarks.stream(), preflight.remarks().stream()).toList(),
        preflight.sizes());
  }

  /** The same plan with more in its way. */
  public Plan refusedFor(List<Refusal> more) {
    return new Plan(
        direction,
        clear,
        baseline,
        steps,
        Stream.concat(refusals.stream(), more.stream()).toList(),
        remarks,
        sizes);
  }
}
