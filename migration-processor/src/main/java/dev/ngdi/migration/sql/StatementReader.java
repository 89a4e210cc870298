package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** Tokens of a statement to its record, by the family that its first words tell. */
final class StatementReader {
  private StatementReader() {}

  static Statement read(Statement.Text text, String sql, List<Token> tokens) {
    return read(text, new Cursor(sql, tokens));
  }

  /** Of the whole cursor. */
  static Statement read(Statement.Text text, Cursor whole) {
    Cursor cursor = whole.copy();
    Optional<Statement> statement =
        switch (cursor.peek().value()) {
          case "create" -> CreateReader.read(text, cursor);
          case "alter" ->
              DefaultPrivilegesReader.read(text, whole.copy())
                  .or(() -> AlterReader.read(text, cursor));
          case "drop" -> DropReader.read(text, cursor);
          case "select", "values", "table", "with", "(", "insert", "update", "delete", "merge" ->
              RowReader.read(text, cursor);
          case "truncate", "copy" -> RowReader.readUtility(text, cursor);
          case "set", "reset" -> SessionReader.readParameter(text, cursor);
          case "begin",
              "start",
              "commit",
              "end",
              "rollback",
              "abort",
              "savepoint",
              "release",
              "prepare" ->
              SessionReader.readTransaction(text, cursor);
          case "grant", "revoke" -> GrantReader.read(text, cursor);
          case "comment" -> CommentReader.read(text, cursor);
          case "do" -> SessionReader.readBlock(text, cursor);
          case "refresh", "reindex", "vacuum", "analyze", "analyse", "cluster", "lock" ->
              MaintenanceReader.read(text, cursor);
          default -> Optional.empty();
        };
    return statement.orElseGet(() -> OtherReader.read(text, whole));
  }
}
