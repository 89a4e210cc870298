package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Says of a statement which relations it locks; which class knows which is here. */
public final class Locks {
  private Locks() {}

  /**
   * The locks that a statement of a script takes on relations that were there before it, with those
   * of the statements that it runs in turn.
   *
   * @param postgres the server's major version, 14 to 18
   */
  public static LockEffect of(Step step, int postgres) {
    Statement statement = step.statement();
    Taken taken = new Taken(step.before(), step.after(), postgres);
    if (!CommentLocks.onlyRunsOthers(statement)) {
      take(taken, statement);
    }
    List<Step> inner = step.inner().steps();
    inner.forEach(s -> taken.add(of(s.before(), s.after(), s.statement(), postgres)));
    if (!step.inner().complete()) {
      String what = taken.isEmpty() ? "what" : "what else";
      taken.unproven("%s `%s` locks is not known".formatted(what, statement.command()));
    }
    return taken.effect();
  }

  /**
   * The locks that a statement by itself takes on relations that were there before it.
   *
   * @param before the schema that it meets
   * @param after the schema that it leaves
   * @param statement the statement
   * @param postgres the server's major version, 14 to 18
   */
  public static LockEffect of(Schema before, Schema after, Statement statement, int postgres) {
    Taken taken = new Taken(before, after, postgres);
    take(taken, statement);
    return taken.effect();
  }

  private static void take(Taken taken, Statement statement) {
    if (statement instanceof Statement.AlterTable alter) {
      new AlterTableLocks(taken).alter(alter);
    } else if (statement instanceof Statement.AlterObject alter) {
      new AlterObjectLocks(taken).alter(alter);
    } else if (statement instanceof Statement.CreateTable create) {
      new CreateTableLocks(taken).create(create);
    } else if (statement instanceof Statement.CreateIndex create) {
      new IndexLocks(taken).create(create);
    } else if (statement instanceof Statement.DropIndex drop) {
      new IndexLocks(taken).drop(drop);
    } else if (statement instanceof Statement.CreateObject create) {
      new CreateObjectLocks(taken).create(create);
    } else if (statement instanceof Statement.DropObject drop) {
      new DropLocks(taken).drop(drop);
    } else if (statement instanceof Statement.Maintenance maintenance) {
      new MaintenanceLocks(taken).run(maintenance);
    } else if (statement instanceof Statement.ChangeRows change) {
      new RowLocks(taken).change(change);
    } else if (statement instanceof Statement.Query query) {
      new RowLocks(taken).read(query.names());
    } else if (statement instanceof Statement.Comment comment) {
      new CommentLocks(taken).comment(comment);
    } else if (statement instanceof Statement.Grant grant) {
      new CommentLocks(taken).grant(grant);
    } else if (statement instanceof Statement.DoBlock || statement instanceof Statement.Other) {
      new CommentLocks(taken).other(statement);
    }
  }
}
