package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.StatementSpan;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Hands on how one step goes, and counts its tries and how long it waited. */
final class Tally implements Progress {
  private final Progress told;
  private final AtomicInteger tries = new AtomicInteger(1);
  private final AtomicLong waited = new AtomicLong();

  Tally(Progress told) {
    this.told = told;
  }

  /** How the step went that is done now. */
  Outcome.Done done(Step step, long milliseconds) {
    return new Outcome.Done(
        step.id(), milliseconds, tries.get(), Math.min(waited.get(), milliseconds));
  }

  @Override
  public void statement(Step step, StatementSpan statement) {
    told.statement(step, statement);
  }

  @Override
  public void blocked(Step step, List<Blocker> blockers) {
    told.blocked(step, blockers);
  }

  @Override
  public void waited(Step step, long milliseconds) {
    waited.addAndGet(milliseconds);
    told.waited(step, milliseconds);
  }

  @Override
  public void working(Step step, String place) {
    told.working(step, place);
  }

  @Override
  public void retrying(Step step, int made, long milliseconds, String reason) {
    tries.incrementAndGet();
    waited.addAndGet(milliseconds);
    told.retrying(step, made, milliseconds, reason);
  }

  @Override
  public void said(Step step, String message) {
    told.said(step, message);
  }
}
