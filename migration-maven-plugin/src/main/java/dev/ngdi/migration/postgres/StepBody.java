package dev.ngdi.migration.postgres;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Resumption;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** Runs what a step consists of: its statements or its code, then its query that proves it. */
final class StepBody {
  private final Session session;
  private final CodeLoader codes;
  private final Limits limits;
  private final Watch watch;
  private final Retrying retrying;
  private final Moment.Witness witness;

  StepBody(
      Session session,
      CodeLoader codes,
      Limits limits,
      Watch watch,
      Retrying retrying,
      Moment.Witness witness) {
    this.session = session;
    this.codes = codes;
    this.limits = limits;
    this.watch = watch;
    this.retrying = retrying;
    this.witness = witness;
  }

  /** Is told the number of each statement, from 1, before it runs. */
  @FunctionalInterface
  interface BeforeStatement {
    void accept(int number) throws SQLException;
  }

  void run(Step step, Progress progress, BeforeStatement before)
      throws StepFailedException, SQLException {
    Optional<Sql> script = step.script();
    if (script.isPresent()) {
      runScript(step, script.get(), progress, before);
    } else {
      runCode(step, progress);
    }
    if (step instanceof Step.Apply apply && apply.migration().verify().isPresent()) {
      before.accept(script.map(sql -> sql.statements().size()).orElse(0) + 1);
      verify(apply.migration().verify().get());
    }
  }

  private void runScript(Step step, Sql sql, Progress progress, BeforeStatement before)
      throws StepFailedException, SQLException {
    int from = step.resumption().map(Resumption::from).orElse(1);
    cleanUp(step, progress);
    Limiting limiting = new Limiting(session, limits, sql, step.transactional());
    for (int number = from; number <= sql.statements().size(); number++) {
      StatementSpan span = sql.statements().get(number - 1);
      before.accept(number);
      limiting.before(span, sql.textOf(span));
      progress.statement(step, span);
      Tries tries = retrying.of(step, progress);
      Optional<StepFailedException> failure = execute(step, span, sql, limiting, progress);
      while (failure.isPresent()) {
        // In a transaction it is all or nothing, and a concurrent build can leave something behind.
        boolean alone = !step.transactional() && Limits.mayHoldUpTraffic(span, sql.textOf(span));
        if (!alone || !tries.again(failure.get())) {
          throw tries.last(failure.get());
        }
        failure = execute(step, span, sql, limiting, progress);
      }
      witness.at(Moment.STATEMENT_DONE);
    }
  }

  /** What an earlier attempt left half done makes nobody wait when it is taken away. */
  private void cleanUp(Step step, Progress progress) throws StepFailedException, SQLException {
    List<String> statements = step.resumption().map(Resumption::cleanUp).orElse(List.of());
    if (statements.isEmpty()) {
      return;
    }
    session.execute(Limits.NONE.sql(false));
    watch.begin(step, progress);
    try {
      for (String statement : statements) {
        session.execute(statement);
      }
    } catch (SQLException e) {
      throw StepFailedException.of(e).heldUpBy(watch.end());
    } finally {
      watch.end();
    }
    session.execute(limits.sql(false));
  }

  private Optional<StepFailedException> execute(
      Step step, StatementSpan span, Sql sql, Limiting limiting, Progress progress)
      throws StepFailedException {
    retrying.cancellation().check();
    watch.begin(step, progress);
    long begun = System.nanoTime();
    try {
      session.execute(sql.textOf(span));
      return Optional.empty();
    } catch (SQLException e) {
      Duration ran = Duration.ofNanos(System.nanoTime() - begun);
      StepFailedException failure = StepFailedException.at(span, sql, e).heldUpBy(watch.end());
      boolean cancelled = retrying.cancellation().isRequested();
      return Optional.of(limiting.whose(e, ran, cancelled).map(failure::with).orElse(failure));
    } finally {
      watch.end();
    }
  }

  // Code may throw anything, and an error is no reason to commit half of it.
  private void runCode(Step step, Progress progress) throws StepFailedException, SQLException {
    MigrationCode code = codes.take(step);
    String transaction = transaction();
    retrying.cancellation().check();
    watch.begin(step, progress);
    try (GuardedConnection guard = new GuardedConnection(session.connection())) {
      Context context =
          new Context(guard.connection(), session.schema(), m -> progress.said(step, m));
      if (step.direction() == Direction.UP) {
        code.up(context);
      } else {
        code.down(context);
      }
    } catch (Throwable e) {
      List<Blocker> blockers = watch.end();
      throw isCommitted(transaction)
          ? StepFailedException.leavingTransaction()
          : StepFailedException.of(e).heldUpBy(blockers);
    } finally {
      watch.end();
    }
    witness.at(Moment.STATEMENT_DONE);
    if (state() == TransactionState.FAILED && !isCommitted(transaction)) {
      throw StepFailedException.saying(
          "PostgreSQL refused one of its statements, and the code went on without throwing that");
    }
    if (state() != TransactionState.OPEN || !transaction.equals(transaction())) {
      throw StepFailedException.leavingTransaction();
    }
  }

  /** The running transaction, by its number. */
  private String transaction() throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Whether the code committed the transaction. Rolls back, so that it can ask. */
  private boolean isCommitted(String transaction) {
    session.rollback();
    try {
      return session.exists("SELECT WHERE pg_xact_status(?::xid8) = 'committed'", transaction);
    } catch (SQLException e) {
      return false;
    }
  }

  private TransactionState state() throws SQLException {
    return session.connection().unwrap(BaseConnection.class).getTransactionState();
  }

  private void verify(String query) throws StepFailedException {
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(query)) {
        String value = row.next() ? row.getString(1) : "no row";
        if (!"t".equals(value)) {
          throw StepFailedException.saying(
              "`verify` found it not done: the query returned `"
                  + (value == null ? "NULL" : value.equals("f") ? "false" : value)
                  + "`, and must return `true`");
        }
      }
    } catch (SQLException e) {
      throw StepFailedException.saying("`verify` cannot be run: " + Errors.message(e));
    }
  }

  /** Hands a line to whoever shows it. */
  @FunctionalInterface
  private interface Said {
    void accept(String message);
  }

  private record Context(Connection connection, String schema, Said said)
      implements MigrationContext {
    @Override
    public void progress(String message) {
      said.accept(message);
    }
  }
}
