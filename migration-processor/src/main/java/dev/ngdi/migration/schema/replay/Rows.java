package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;

/** Statements that read and change rows: they change no object, but name some. */
final class Rows {
  private Rows() {}

  static void query(Work work, Statement.Query query) {
    Queries.resolve(work, query.names());
    Session.query(work, query.names());
    Calls.apply(work, query.names());
  }

  static void change(Work work, Statement.ChangeRows change) {
    boolean named = !change.names().scopes().isEmpty();
    if (named) {
      Queries.resolve(work, change.names());
      Calls.apply(work, change.names());
      return;
    }
    for (QualifiedName table : change.tables()) {
      Upkeep.find(work, table);
    }
  }
}
