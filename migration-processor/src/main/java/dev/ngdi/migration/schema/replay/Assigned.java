package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.BlockStep;
import java.util.List;
import java.util.Map;

/** The variables that steps may give another value. */
final class Assigned {
  private Assigned() {}

  /** Makes unknown what a step may have changed. */
  static void forget(BlockStep step, Map<String, Datum> variables) {
    if (step instanceof BlockStep.Assign assign) {
      variables.put(assign.variable(), Datum.Unknown.VALUE);
    } else if (step instanceof BlockStep.Sql sql) {
      forget(sql.into(), variables);
    } else if (step instanceof BlockStep.Execute execute) {
      forget(execute.into(), variables);
    } else if (step instanceof BlockStep.Choice choice) {
      choice.branches().forEach(branch -> branch.steps().forEach(s -> forget(s, variables)));
    } else if (step instanceof BlockStep.Loop loop) {
      forget(loop.variables(), variables);
      loop.steps().forEach(s -> forget(s, variables));
    } else if (step instanceof BlockStep.Nested nested) {
      nested.steps().forEach(s -> forget(s, variables));
      nested.handlers().forEach(handler -> handler.steps().forEach(s -> forget(s, variables)));
    }
  }

  private static void forget(List<String> names, Map<String, Datum> variables) {
    for (String name : names) {
      variables.keySet().removeIf(key -> key.startsWith(name + "."));
      variables.put(name, Datum.Unknown.VALUE);
    }
  }
}
