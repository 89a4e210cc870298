package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found where a plan is to run.
 *
 * @param refusals everything that would make it fail
 * @param remarks what should be known before it runs, one line each
 * @param sizes of the tables that are there, as {@link Plan#sizes}
 */
public record Preflight(
    List<Refusal> refusals, List<String> remarks, Map<String, Optional<TableSize>> sizes) {
  public Preflight {
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
    sizes = Map.copyOf(sizes);
  }
}
