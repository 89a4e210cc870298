package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;

/** Gives each statement of a script its limits, unless the script sets limits itself. */
final class Limiting {
  private final Session session;
  private final Limits usual;
  private final boolean transactional;
  private Limits set;
  private boolean left;
  private boolean holdsUp;

  /** Begins with the limits that the session has. */
  Limiting(Session session, Limits usual, Sql sql, boolean transactional) {
    this.session = session;
    this.usual = usual.among(relations(sql, transactional), session.deadlockTimeout());
    this.transactional = transactional;
    this.set = usual;
  }

  /** What is locked stays locked up to the end of the transaction. */
  private static int relations(Sql sql, boolean transactional) {
    Stream<Set<String>> each = sql.statements().stream().map(Limits::heldUp);
    return transactional
        ? (int) each.flatMap(Set::stream).distinct().count()
        : each.mapToInt(Set::size).max().orElse(0);
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
