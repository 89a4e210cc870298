package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;

/** Statements about tables, their indexes and sequences. */
final class TableStatements {
  private TableStatements() {}

  /** Replays a statement if it is one of these. */
  static boolean replay(Work work, Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      CreateTables.replay(work, create);
      return true;
    }
    return statement instanceof Statement.CreateObject create && create(work, create);
  }

  private static boolean create(Work work, Statement.CreateObject create) {
    if (create.definition() instanceof Definition.Sequence sequence) {
      Sequences.create(work, create, sequence);
      return true;
    }
    if (create.definition() instanceof Definition.ForeignTable table) {
      CreateTables.foreign(
          work, create.name(), create.ifNotExists(), table.elements(), table.clauses());
      return true;
    }
    return false;
  }
}
