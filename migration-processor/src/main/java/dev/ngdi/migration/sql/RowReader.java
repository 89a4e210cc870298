package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements that read or change rows. */
final class RowReader {
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

  private RowReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    Optional<Statement> changeInWith = Optional.empty();
    if (cursor.skip("with")) {
      changeInWith = skipWith(text, cursor);
    }
    if (CHANGES.contains(cursor.peek().value())) {
      return Optional.of(change(text, cursor));
    }
    if (changeInWith.isPresent()) {
      return changeInWith;
    }
    return TableReader.readInto(text, cursor)
        .or(() -> Optional.of(new Statement.Query(text, unread(text))));
  }

  /** Goes behind the list of named queries; the first of them that changes rows. */
  private static Optional<Statement> skipWith(Statement.Text text, Cursor cursor) {
    Optional<Statement> change = Optional.empty();
    cursor.skip("recursive");
    do {
      cursor.name();
      cursor.skipParentheses();
      cursor.skip("as");
      cursor.skip("not");
      cursor.skip("materialized");
      if (cursor.atSymbol("(")) {
        Cursor query = cursor.nested();
        if (change.isEmpty() && CHANGES.contains(query.peek().value())) {
          change = Optional.of(change(text, query));
        }
      }
      skipSearchAndCycle(cursor);
    } while (cursor.skipSymbol(","));
    return change;
  }

  private static void skipSearchAndCycle(Cursor cursor) {
    if (cursor.skip("search")) {
      while (!cursor.atEnd() && !cursor.skip("set")) {
        cursor.take();
      }
      cursor.take();
    }
    if (cursor.skip("cycle")) {
      while (!cursor.atEnd() && !cursor.skip("using")) {
        cursor.take();
      }
      cursor.take();
    }
  }

  private static Statement change(Statement.Text text, Cursor cursor) {
    String command = cursor.take().value();
    cursor.skipAny("into", "from");
    cursor.skip("only");
    QualifiedName table = cursor.qualifiedName();
    boolean canBeUnbounded = command.equals("update") || command.equals("delete");
    boolean bounded = !canBeUnbounded || cursor.seek("where");
    return new Statement.ChangeRows(
        text, command.toUpperCase(Locale.ROOT), List.of(table), bounded, false, unread(text));
  }

  private static Fragment unread(Statement.Text text) {
    return new Fragment(text.sql(), List.of(), List.of(), List.of(), List.of(), false);
  }

  /** {@code TRUNCATE} and {@code COPY … FROM}; empty for {@code COPY … TO}. */
  static Optional<Statement> readUtility(Statement.Text text, Cursor cursor) {
    if (cursor.skip("truncate")) {
      cursor.skip("table");
      cursor.skip("only");
      return Optional.of(
          new Statement.ChangeRows(
              text, "TRUNCATE", List.of(cursor.qualifiedName()), false, false, unread(text)));
    }
    cursor.skip("copy");
    cursor.skip("binary");
    if (!cursor.peek().isName()) {
      return Optional.empty();
    }
    QualifiedName table = cursor.qualifiedName();
    cursor.skipParentheses();
    return cursor.at("from")
        ? Optional.of(
            new Statement.ChangeRows(text, "COPY", List.of(table), true, false, unread(text)))
        : Optional.empty();
  }
}
