package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;

/** Applies statements to schemas; which class does which is here, and nothing else. */
public final class Replay {
  private Replay() {}

  /** What a statement does to a schema. */
  public static Outcome apply(Schema before, Statement statement) {
    Work work = new Work(before, statement.source().at());
    apply(work, statement);
    return work.outcome();
  }

  /** Applies a statement, which can be one of several in another. */
  static void apply(Work work, Statement statement) {
    Schema before = work.schema();
    boolean done = TableStatements.apply(work, statement) || ObjectReplay.apply(work, statement);
    if (!done) {
      work.unproven("`" + statement.command() + "` is not replayed");
    }
    if (!(statement instanceof Statement.DoBlock)) {
      NewObjects.doubt(work, before, statement);
      DefaultPrivileges.grant(work, before);
    }
  }
}
