package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** {@code CREATE TABLE}, {@code SELECT INTO} and {@code ALTER TABLE}. */
final class TableReader {
  private TableReader() {}

  /** Behind the word {@code TABLE}. */
  static Statement readCreate(Statement.Text text, Cursor cursor, boolean temporary) {
    boolean unlogged = cursor.peek(-2).isWord("unlogged");
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    QualifiedName table = cursor.qualifiedName();
    return create(text, table, ifNotExists, temporary, TableBody.read(cursor, unlogged));
  }

  /** The table that a {@code SELECT} makes; empty if it makes none. */
  static Optional<Statement> readInto(Statement.Text text, Cursor cursor) {
    Cursor search = cursor.copy();
    if (!search.seek("into") || search.previous().isWord("as")) {
      return Optional.empty();
    }
    Cursor query = Cursor.over(text.sql());
    query.seek("into");
    int into = query.take().start();
    query.skipAny("global", "local");
    boolean temporary = query.skipAny("temporary", "temp");
    boolean unlogged = query.skip("unlogged");
    query.skip("table");
    QualifiedName table = query.qualifiedName();
    int behind = query.previous().end();
    Cursor as =
        Cursor.over("AS " + text.sql().substring(0, into).strip() + text.sql().substring(behind));
    return Optional.of(create(text, table, false, temporary, TableBody.read(as, unlogged)));
  }

  private static Statement create(
      Statement.Text text,
      QualifiedName table,
      boolean ifNotExists,
      boolean temporary,
      TableBody body) {
    boolean inTemporarySchema = table.schema().filter("pg_temp"::equals).isPresent();
    return new Statement.CreateTable(
        text, table, ifNotExists, temporary || inTemporarySchema, body.elements(), body.clauses());
  }

  /** Behind the words {@code ALTER TABLE}. */
  static Statement readAlter(Statement.Text text, Cursor cursor) {
    boolean ifExists = cursor.skip("if", "exists");
    boolean only = cursor.skip("only");
    QualifiedName table = cursor.qualifiedName();
    cursor.skipSymbol("*");
    List<TableAction> actions =
        cursor.splitAtCommas().stream().map(TableActionReader::read).toList();
    return new Statement.AlterTable(text, table, ifExists, only, actions);
  }
}
