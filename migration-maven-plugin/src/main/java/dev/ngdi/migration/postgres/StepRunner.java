package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Resumption;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;
import java.util.Optional;

/** Runs a step so that the database and its history never disagree. */
final class StepRunner {
  private final Session session;
  private final Journal journal;
  private final Recorder recorder;
  private final StepBody body;
  private final LostCommit lostCommit;
  private final Retrying retrying;
  private final Leftovers leftovers;
  private final Moment.Witness witness;

  StepRunner(
      Session session,
      Journal journal,
      StepBody body,
      LostCommit lostCommit,
      Retrying retrying,
      Leftovers leftovers,
      Moment.Witness witness) {
    this.session = session;
    this.journal = journal;
    this.recorder = new Recorder(session, journal);
    this.body = body;
    this.lostCommit = lostCommit;
    this.retrying = retrying;
    this.leftovers = leftovers;
    this.witness = witness;
  }

  /** Runs it; a step that cannot even begin is a failure too, so that what is done is reported. */
  Optional<Failure> run(Step step, String manifest, Progress progress) {
    try {
      retrying.cancellation().check();
      SessionEffect effect = leftovers.before(step);
      return step.transactional()
          ? inTransaction(step, effect, manifest, progress)
          : outsideTransaction(step, effect, manifest, progress);
    } catch (StepFailedException e) {
      return Optional.of(e.toFailure(step, Effect.NONE));
    } catch (SQLException e) {
      return Optional.of(StepFailedException.of(e).toFailure(step, Effect.NONE));
    }
  }

  /** Tries until it is done, has failed for good, or could not have its locks for too long. */
  private Optional<Failure> inTransaction(
      Step step, SessionEffect effect, String manifest, Progress progress) throws SQLException {
    Tries tries = retrying.of(step, progress);
    while (true) {
      Attempt attempt = attempt(step, effect, manifest, progress);
      if (attempt.rolledBack().isEmpty()) {
        return attempt.failure();
      }
      if (!recorder.isUnprepared(attempt.rolledBack().get())
          && !tries.again(attempt.rolledBack().get())) {
        return Optional.of(failed(step, manifest, tries.last(attempt.rolledBack().get())));
      }
    }
  }

  /**
   * How a try ended.
   *
   * @param rolledBack with what it failed, so that nothing of it is left
   * @param failure what it came to otherwise; empty if it is done
   */
  private record Attempt(Optional<StepFailedException> rolledBack, Optional<Failure> failure) {
    static Attempt rolledBack(StepFailedException e) {
      return new Attempt(Optional.of(e), Optional.empty());
    }
  }

  /** Statements, proof, history row and journal row: all or nothing. */
  private Attempt attempt(Step step, SessionEffect effect, String manifest, Progress progress)
      throws SQLException {
    session.connection().setAutoCommit(false);
    long start = System.nanoTime();
    try {
      witness.at(Moment.BEGUN);
      body.run(step, progress, number -> {});
      witness.at(Moment.DONE);
    } catch (StepFailedException e) {
      return rolledBack(step, effect, progress, e);
    } catch (SQLException e) {
      return rolledBack(step, effect, progress, StepFailedException.of(e));
    }
    try {
      recorder.commit(step, manifest, milliseconds(start), effect);
      witness.at(Moment.COMMITTED);
    } catch (SQLException e) {
      if (Errors.isConnectionLoss(e) || !session.isAlive()) {
        return new Attempt(
            Optional.empty(),
            Optional.of(
                StepFailedException.of(e)
                    .toFailure(step, lostCommit.effect(session, journal, step))));
      }
      return rolledBack(step, effect, progress, StepFailedException.of(e));
    } finally {
      session.endTransaction();
    }
    undo(step, effect, progress);
    return new Attempt(Optional.empty(), Optional.empty());
  }

  private Attempt rolledBack(
      Step step, SessionEffect effect, Progress progress, StepFailedException e) {
    session.rollback();
    session.endTransaction();
    undo(step, effect, progress);
    return Attempt.rolledBack(e);
  }

  private void undo(Step step, SessionEffect effect, Progress progress) {
    if (effect == SessionEffect.OPEN) {
      leftovers.undo(step, progress);
    }
  }

  private Failure failed(Step step, String manifest, StepFailedException e) {
    try {
      session.execute(session.reset());
      journal.failed(step, manifest, String.valueOf(e.getMessage()));
    } catch (SQLException unrecorded) {
      // A rolled back attempt is recorded for information only; the failure is reported below.
    }
    return e.toFailure(step, Effect.NONE);
  }

  /** The journal says that it starts before it does, so that no crash goes unnoticed. */
  private Optional<Failure> outsideTransaction(
      Step step, SessionEffect effect, String manifest, Progress progress) throws SQLException {
    int from = step.resumption().map(Resumption::from).orElse(1);
    long attempt = journal.start(step, manifest);
    witness.at(Moment.STARTED);
    long start = System.nanoTime();
    try {
      body.run(
          step,
          progress,
          number -> {
            if (number != from) {
              journal.statement(attempt, number);
            }
          });
      undo(step, effect, progress);
      recorder.finished(step, attempt, milliseconds(start), true, "");
      witness.at(Moment.ENDED);
      return Optional.empty();
    } catch (StepFailedException e) {
      undo(step, effect, progress);
      return Optional.of(leftPartial(step, attempt, start, e));
    } catch (SQLException e) {
      undo(step, effect, progress);
      return Optional.of(leftPartial(step, attempt, start, StepFailedException.of(e)));
    }
  }

  private Failure leftPartial(Step step, long attempt, long start, StepFailedException e) {
    try {
      recorder.finished(step, attempt, milliseconds(start), false, String.valueOf(e.getMessage()));
      return e.toFailure(step, Effect.PARTIAL);
    } catch (SQLException unrecorded) {
      return e.toFailure(step, Effect.UNKNOWN);
    }
  }

  private static long milliseconds(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
