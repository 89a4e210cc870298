package dev.ngdi.migration.sql;

import java.util.List;
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
    List<ObjectAction> actions =
        renamedTo
            .<ObjectAction>map(to -> new ObjectAction.Rename(to.name()))
            .or(() -> addedValue(cursor, kind))
            .map(List::of)
            .orElseGet(() -> List.of(new ObjectAction.Other(cursor.rest())));
    return new Statement.AlterObject(text, kind.sql(), name, "", Optional.empty(), false, actions);
  }

  private static Optional<ObjectAction> addedValue(Cursor cursor, ObjectKind kind) {
    return kind == ObjectKind.TYPE && cursor.at("add", "value")
        ? Optional.of(new ObjectAction.AddValue("", false, false, Optional.empty()))
        : Optional.empty();
  }
}
