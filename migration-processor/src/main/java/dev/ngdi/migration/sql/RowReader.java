package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements that read or change rows. */
final class RowReader {
  private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

  private RowReader() {}

  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    Cursor whole = cursor.copy();
    Optional<Statement> changeInWith = Optional.empty();
    if (cursor.skip("with")) {
      changeInWith = skipWith(text, cursor, whole);
    }
    if (CHANGES.contains(cursor.peek().value())) {
      return Optional.of(change(text, cursor, whole));
    }
    if (changeInWith.isPresent()) {
      return changeInWith;
    }
    return TableReader.readInto(text, cursor)
        .or(() -> Optional.of(new Statement.Query(text, FragmentReader.query(whole))));
  }

  /** Goes behind the list of named queries; the first of them that changes rows. */
  private static Optional<Statement> skipWith(Statement.Text text, Cursor cursor, Cursor whole) {
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
          change = Optional.of(change(text, query, whole));
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

  private static Statement change(Statement.Text text, Cursor cursor, Cursor whole) {
    String command = cursor.take().value();
    cursor.skipAny("into", "from");
    cursor.skip("only");
    Set<QualifiedName> tables = new LinkedHashSet<>(Set.of(cursor.qualifiedName()));
    boolean canBeUnbounded = command.equals("update") || command.equals("delete");
    boolean bounded = !canBeUnbounded || cursor.seek("where");
    Fragment names = FragmentReader.query(whole.copy());
    names.scopes().forEach(scope -> scope.sources().forEach(source -> addWritten(source, tables)));
    return new Statement.ChangeRows(
        text, command.toUpperCase(Locale.ROOT), List.copyOf(tables), bounded, false, names);
  }

  private static void addWritten(Fragment.Source source, Set<QualifiedName> tables) {
    if (source instanceof Fragment.RelationSource relation && relation.written()) {
      tables.add(relation.name());
    }
  }

  /** {@code TRUNCATE} and {@code COPY … FROM}; empty for {@code COPY … TO}. */
  static Optional<Statement> readUtility(Statement.Text text, Cursor cursor) {
    Fragment none = new Fragment(text.sql(), List.of(), List.of(), List.of(), List.of(), true);
    if (cursor.skip("truncate")) {
      return Optional.of(truncate(text, cursor, none));
    }
    cursor.skip("copy");
    cursor.skip("binary");
    if (!cursor.peek().isName()) {
      return Optional.empty();
    }
    QualifiedName table = cursor.qualifiedName();
    cursor.skipParentheses();
    return cursor.at("from")
        ? Optional.of(new Statement.ChangeRows(text, "COPY", List.of(table), true, false, none))
        : Optional.empty();
  }

  private static Statement truncate(Statement.Text text, Cursor cursor, Fragment none) {
    cursor.skip("table");
    List<QualifiedName> tables = new ArrayList<>();
    do {
      cursor.skip("only");
      tables.add(cursor.qualifiedName());
      cursor.skipSymbol("*");
    } while (cursor.skipSymbol(","));
    boolean cascade = cursor.seek("cascade");
    return new Statement.ChangeRows(text, "TRUNCATE", tables, false, cascade, none);
  }
}
