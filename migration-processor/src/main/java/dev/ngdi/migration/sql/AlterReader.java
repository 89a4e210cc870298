package dev.ngdi.migration.sql;

import java.util.Optional;

/** {@code ALTER} of anything. */
final class AlterReader {
  private AlterReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("alter");
    cursor.skip("procedural");
    if (cursor.at("index", "all") || cursor.at("table", "all")) {
      return Optional.empty();
    }
    if (cursor.skip("table")) {
      return Optional.of(TableReader.readAlter(text, cursor));
    }
    return ObjectKind.read(cursor)
        .filter(ObjectKind::hasRecord)
        .map(kind -> alter(text, cursor, kind));
  }

  private static Statement alter(Statement.Text text, Cursor cursor, ObjectKind kind) {
    cursor.skip("if", "exists");
    QualifiedName name = cursor.qualifiedName();
    cursor.skipParentheses();
    if (cursor.skip("on")) {
      cursor.qualifiedName();
    }
    Optional<QualifiedName> renamedTo =
        cursor.skip("rename", "to")
            ? Optional.of(new QualifiedName(name.schema(), cursor.name()))
            : Optional.empty();
    boolean addsEnumValue = kind == ObjectKind.TYPE && cursor.at("add", "value");
    return new Statement.AlterObject(text, kind.sql(), name, renamedTo, addsEnumValue);
  }
}
