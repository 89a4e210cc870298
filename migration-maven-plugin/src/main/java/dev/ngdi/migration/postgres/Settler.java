package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Resolution;
import dev.ngdi.migration.engine.Step;
import java.sql.SQLException;

/** Records what somebody says of an attempt that did not come to its end. */
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
    Step step = resolution.step().orElseThrow();
    String note = journal.note(resolution.request().as());
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
}
