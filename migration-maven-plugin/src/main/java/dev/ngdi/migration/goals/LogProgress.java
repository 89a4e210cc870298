package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.StatementSpan;
import dev.ngdi.migration.report.PlanOverview;
import dev.ngdi.migration.report.StepDone;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows the plan, and then a line for each migration that is done. What is to be said of one before
 * that stands under a heading of its own. What came of it all is the report's.
 */
final class LogProgress implements Progress {
  private final Console console;
  private Optional<String> heading = Optional.empty();

  LogProgress(Console console) {
    this.console = console;
  }

  @Override
  public void waiting(String holder) {
    console.warn("waiting for another deployer: " + holder);
  }

  @Override
  public void planned(Plan plan) {
    plan.remarks().forEach(console::warn);
    new PlanOverview(plan).lines().forEach(console::info);
  }

  @Override
  public synchronized void started(Step step, int number, int total) {
    String verb = step.direction() == Direction.UP ? "applying" : "taking back";
    heading = Optional.of("%s %s (%d of %d)".formatted(verb, step.id(), number, total));
  }

  @Override
  public void statement(Step step, StatementSpan statement) {
    console.debug("  line %d: %s".formatted(statement.line(), statement.summary()));
  }

  @Override
  public void blocked(Step step, List<Blocker> blockers) {
    under(console::warn, "  " + step.id() + " waits for a lock that is held by");
    blockers.forEach(blocker -> console.warn("    " + blocker.sentence()));
  }

  @Override
  public void working(Step step, String place) {
    under(console::info, "  " + step.id() + ": " + place);
  }

  @Override
  public void retrying(Step step, int tries, long milliseconds, String reason) {
    under(
        console::warn,
        "  rolled back after try %d, to be tried again in %d ms: %s"
            .formatted(tries, milliseconds, reason));
  }

  @Override
  public void said(Step step, String message) {
    under(console::info, "  " + message);
  }

  /** Told by the thread that works and by the one that watches. */
  private synchronized void under(Consumer<String> say, String line) {
    heading.ifPresent(console::info);
    heading = Optional.empty();
    say.accept(line);
  }

  @Override
  public synchronized void finished(Step step, int number, int total, Outcome.Done done) {
    heading = Optional.empty();
    console.done(new StepDone(step, number, total, done).line());
  }
}
