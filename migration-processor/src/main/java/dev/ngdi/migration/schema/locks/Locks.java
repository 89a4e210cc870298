package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;

/** Says of a statement which relations it locks; which class knows which is here. */
public final class Locks {
  private Locks() {}

  /**
   * The locks that a statement takes on relations that were there before it.
   *
   * @param before the schema that it meets
   * @param after the schema that it leaves
   * @param statement the statement
   * @param postgres the server's major version, 14 to 18
   */
  public static LockEffect of(Schema before, Schema after, Statement statement, int postgres) {
    Taken taken = new Taken(before, after, postgres);
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
    return taken.effect();
  }
}
