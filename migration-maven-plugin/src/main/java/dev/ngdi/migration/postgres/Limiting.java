package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.StatementSpan;
import java.sql.SQLException;

/** Gives each statement of a script its limits, unless the script sets limits itself. */
final class Limiting {
  private final Session session;
  private final Limits usual;
  private final boolean transactional;
  private Limits set;
  private boolean left;
  private boolean holdsUp;

  /** Begins with the limits that the session has. */
  Limiting(Session session, Limits usual, boolean transactional) {
    this.session = session;
    this.usual = usual;
    this.transactional = transactional;
    this.set = usual;
  }

  /** Whose limit it is that a statement has run into. */
  String whose() {
    return left
        ? "the limit is the script's own"
        : "the limit is `db.statementTimeout`: %d s".formatted(usual.statement().toSeconds());
  }

  /**
   * A statement is about to run. What was locked before in the same transaction stays locked while
   * it waits, so that it is limited from then on whatever it does itself.
   */
  void before(StatementSpan statement, String sql) throws SQLException {
    left |= Limits.isSetBy(statement, sql);
    boolean limited = Limits.mayHoldUpTraffic(statement, sql) || holdsUp;
    holdsUp |= limited && transactional;
    Limits wanted = limited ? usual : Limits.NONE;
    if (!left && !wanted.equals(set)) {
      session.execute(wanted.sql(transactional));
      set = wanted;
    }
  }
}
