package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code DROP} of anything. */
final class DropReader {
  private DropReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("drop");
    if (cursor.skip("index")) {
      return Optional.of(IndexReader.readDrop(text, cursor));
    }
    cursor.skip("procedural");
    return ObjectKind.read(cursor)
        .filter(ObjectKind::hasRecord)
        .map(kind -> drop(text, cursor, kind));
  }

  private static Statement drop(Statement.Text text, Cursor cursor, ObjectKind kind) {
    boolean ifExists = cursor.skip("if", "exists");
    List<QualifiedName> names = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    do {
      names.add(cursor.qualifiedName());
      arguments.add(kind.hasArguments() ? Arguments.forDrop(cursor, kind) : "");
      cursor.skipParentheses();
    } while (cursor.skipSymbol(","));
    Optional<QualifiedName> on =
        cursor.skip("on") ? Optional.of(cursor.qualifiedName()) : Optional.empty();
    return new Statement.DropObject(
        text, kind.sql(), names, arguments, on, ifExists, cursor.at("cascade"));
  }
}
