package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A migration that is done.
 *
 * @param step what was to be done
 * @param number which one of the plan, from 1
 * @param total how many the plan has
 * @param done how it went
 */
public record StepDone(Step step, int number, int total, Outcome.Done done) {

  /** For people, in one line: how long it took, and what held it up if something did. */
  public String line() {
    List<String> held = new ArrayList<>();
    if (done.tries() > 1) {
      held.add("tried %d times".formatted(done.tries()));
    }
    if (done.waited() > 0) {
      held.add("waited %s for locks".formatted(Text.duration(done.waited())));
    }
    return "%s %s (%d of %d) in %s%s"
        .formatted(
            step.direction() == Direction.UP ? "applied" : "took back",
            step.id(),
            number,
            total,
            Text.duration(done.milliseconds()),
            held.isEmpty() ? "" : ": " + String.join(", ", held));
  }
}
