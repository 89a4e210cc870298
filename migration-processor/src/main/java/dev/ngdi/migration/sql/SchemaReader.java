package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code CREATE SCHEMA}, with the statements that can stand in it. */
final class SchemaReader {
  private SchemaReader() {}

  /** Behind the name, or before {@code AUTHORIZATION} where that gives the name. */
  static Definition read(Statement.Text text, Cursor cursor, QualifiedName name) {
    Optional<String> owner =
        cursor.skip("authorization") ? Optional.of(cursor.name()) : Optional.empty();
    List<Statement> elements = new ArrayList<>();
    while (!cursor.atEnd()) {
      int start = cursor.index();
      cursor.take();
      while (cursor.seek("create", "grant") && cursor.previous().isWord("with")) {
        cursor.take();
      }
      Cursor element = cursor.since(start);
      elements.add(StatementReader.read(text(text, cursor, element), element));
    }
    return new Definition.Namespace(owner, elements);
  }

  private static Statement.Text text(Statement.Text whole, Cursor cursor, Cursor element) {
    int offset = element.peek().start() - cursor.peek(-cursor.index()).start();
    Position inside = new LineMap(whole.sql()).position(offset);
    Position at = whole.at();
    int column = inside.line() == 1 ? at.column() + inside.column() - 1 : inside.column();
    return new Statement.Text(
        element.rest(), new Position(at.offset() + offset, at.line() + inside.line() - 1, column));
  }
}
