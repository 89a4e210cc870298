package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Resolution;
import dev.ngdi.migration.engine.ResolveRequest.As;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;

/** Records what somebody says of an attempt that did not come to its end, or has lost its row. */
final class Settler {
  private final Session session;
  private final Journal journal;
  private final Recorder recorder;

  Settler(Session session, Journal journal) {
    this.session = session;
    this.journal = journal;
    this.recorder = new Recorder(session, journal);
  }

  /** Records it, all or nothing. */
  void settle(Resolution resolution, String manifest) throws SQLException {
    String note = journal.note(resolution.request().as());
    if (resolution.step().isEmpty()) {
      session.inTransaction(() -> settleLost(resolution, note));
      return;
    }
    Step step = resolution.step().get();
    switch (resolution.request().as()) {
      case APPLIED ->
          session.inTransaction(
              () -> {
                recorder.forgetFailure(step);
                recorder.done(step, manifest, 0);
                journal.resolved(resolution.attempt(), note);
              });
      case NOT_APPLIED ->
          session.inTransaction(
              () -> {
                recorder.forgetFailure(step);
                journal.resolved(resolution.attempt(), note);
              });
      case RETRY -> recorder.finished(step, resolution.attempt(), 0, false, note);
    }
  }

  private void settleLost(Resolution resolution, String note) throws SQLException {
    if (resolution.request().as() == As.APPLIED) {
      recorder.restore(resolution.attempt());
    }
    journal.resolved(resolution.attempt(), note);
  }
}
