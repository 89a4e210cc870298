package dev.ngdi.migration.engine;

import java.util.List;

/**
 * What was found where a plan is to run.
 *
 * @param refusals everything that would make it fail
 * @param remarks what should be known before it runs, one line each
 */
public record Preflight(List<Refusal> refusals, List<String> remarks) {
  public Preflight {
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }
}
