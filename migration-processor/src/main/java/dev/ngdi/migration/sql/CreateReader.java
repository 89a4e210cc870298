package dev.ngdi.migration.sql;

import java.util.Optional;

/** {@code CREATE} of anything. */
final class CreateReader {
  private CreateReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("create");
    boolean orReplace = cursor.skip("or", "replace");
    boolean temporary = skipPersistence(cursor);
    if (cursor.skip("table")) {
      return Optional.of(TableReader.readCreate(text, cursor, temporary));
    }
    if (cursor.at("index") || cursor.at("unique")) {
      return Optional.of(IndexReader.readCreate(text, cursor));
    }
    return ObjectKind.read(cursor)
        .filter(ObjectKind::hasRecord)
        .flatMap(kind -> object(text, cursor, kind, orReplace));
  }

  private static boolean skipPersistence(Cursor cursor) {
    cursor.skipAny("global", "local", "unlogged");
    boolean temporary = cursor.skipAny("temporary", "temp");
    cursor.skipAny("unlogged", "recursive", "constraint", "default");
    if (cursor.at("trusted") || cursor.at("procedural")) {
      cursor.skip("trusted");
      cursor.skip("procedural");
    }
    return temporary;
  }

  private static Optional<Statement> object(
      Statement.Text text, Cursor cursor, ObjectKind kind, boolean orReplace) {
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    if (!cursor.peek().isName() || (kind == ObjectKind.STATISTICS && cursor.at("on"))) {
      return Optional.empty();
    }
    QualifiedName name = name(cursor, kind);
    String arguments = kind.hasArguments() ? Arguments.forDrop(cursor, kind) : "";
    Optional<QualifiedName> on =
        kind.belongsToTable() ? owningTable(cursor, kind) : Optional.empty();
    return Optional.of(
        new Statement.CreateObject(
            text,
            kind.sql(),
            name,
            on,
            arguments,
            orReplace,
            ifNotExists,
            new Definition.Other(cursor.rest())));
  }

  private static QualifiedName name(Cursor cursor, ObjectKind kind) {
    if (kind == ObjectKind.SCHEMA) {
      cursor.skip("authorization");
    }
    return cursor.qualifiedName();
  }

  private static Optional<QualifiedName> owningTable(Cursor cursor, ObjectKind kind) {
    String before = kind == ObjectKind.RULE ? "to" : "on";
    if (!cursor.seek(before)) {
      return Optional.empty();
    }
    cursor.take();
    return Optional.of(cursor.qualifiedName());
  }
}
