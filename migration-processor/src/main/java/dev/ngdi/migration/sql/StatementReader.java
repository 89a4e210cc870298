package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** Tokens of a statement to its record, by the family that its first words tell. */
final class StatementReader {
  private StatementReader() {}

  static Statement read(Statement.Text text, String sql, List<Token> tokens) {
    Cursor cursor = new Cursor(sql, tokens);
    Optional<Statement> statement =
        switch (cursor.peek().value()) {
          case "create" -> CreateReader.read(text, cursor);
          case "alter" -> AlterReader.read(text, cursor);
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
          default -> Optional.empty();
        };
    return statement.orElseGet(() -> OtherReader.read(text, new Cursor(sql, tokens)));
  }
}
