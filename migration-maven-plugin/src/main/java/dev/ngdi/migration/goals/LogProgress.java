package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.StatementSpan;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows what is under way; what came of it is the report's.
 *
 * @param log where to
 */
record LogProgress(Log log) implements Progress {

  @Override
  public void waiting(String holder) {
    log.info("waiting for another deployer: " + holder);
  }

  @Override
  public void started(Step step, int number, int total) {
    String verb = step.direction() == Direction.UP ? "applying" : "taking back";
    log.info("%s %s (%d of %d)".formatted(verb, step.id(), number, total));
  }

  @Override
  public void statement(Step step, StatementSpan statement) {
    log.debug("  line %d: %s".formatted(statement.line(), statement.summary()));
  }

  @Override
  public void blocked(Step step, List<Blocker> blockers) {
    log.info("  " + step.id() + " waits for a lock that is held by");
    blockers.forEach(blocker -> log.info("    " + blocker.sentence()));
  }

  @Override
  public void working(Step step, String place) {
    log.info("  " + step.id() + ": " + place);
  }

  @Override
  public void retrying(Step step, int tries, long milliseconds, String reason) {
    log.info(
        "  rolled back after try %d, to be tried again in %d ms: %s"
            .formatted(tries, milliseconds, reason));
  }

  @Override
  public void said(Step step, String message) {
    log.info("  " + message);
  }
}
