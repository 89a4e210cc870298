package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements that have no record of their own. */
final class OtherReader {
  private static final List<String> COMMANDS_OF_SEVERAL_WORDS =
      List.of(
          "refresh materialized view",
          "reassign owned",
          "drop owned",
          "security label",
          "import foreign schema",
          "alter default privileges",
          "alter large object",
          "alter system",
          "set constraints",
          "set transaction",
          "set session characteristics",
          "create default conversion");

  private OtherReader() {}

  static Statement read(Statement.Text text, Cursor cursor) {
    String command = command(cursor.copy());
    return new Statement.Other(
        text, command, target(command, cursor.copy()), runsInTransaction(command, cursor.copy()));
  }

  private static String command(Cursor cursor) {
    for (String words : COMMANDS_OF_SEVERAL_WORDS) {
      if (cursor.at(words.split(" ", -1))) {
        return words.toUpperCase(Locale.ROOT);
      }
    }
    String first = cursor.take().value().toUpperCase(Locale.ROOT);
    return switch (first) {
      case "CREATE", "ALTER", "DROP" -> first + objectKind(cursor);
      case "LOCK" -> "LOCK TABLE";
      case "ANALYSE" -> "ANALYZE";
      default -> first;
    };
  }

  private static String objectKind(Cursor cursor) {
    cursor.skip("or", "replace");
    return ObjectKind.read(cursor)
        .map(kind -> " " + kind.sql())
        .orElseGet(() -> " " + cursor.peek().value().toUpperCase(Locale.ROOT));
  }

  private static Optional<QualifiedName> target(String command, Cursor cursor) {
    cursor.take();
    boolean found =
        switch (command) {
          case "COMMENT" -> true;
          case "GRANT", "REVOKE" -> skipToObject(cursor);
          case "LOCK TABLE" -> {
            cursor.skip("table");
            cursor.skip("only");
            yield true;
          }
          case "REFRESH MATERIALIZED VIEW" -> {
            cursor.skip("materialized", "view");
            cursor.skip("concurrently");
            yield true;
          }
          case "ANALYZE", "VACUUM", "CLUSTER" -> {
            cursor.skipParentheses();
            cursor.skipAll("full", "freeze", "verbose", "analyze", "analyse");
            yield true;
          }
          case "REINDEX" -> {
            cursor.skipParentheses();
            boolean oneObject = cursor.skipAny("table", "index");
            cursor.skip("concurrently");
            yield oneObject;
          }
          default -> false;
        };
    if (command.equals("COMMENT")) {
      return commented(cursor);
    }
    return found && cursor.peek().isName() ? Optional.of(cursor.qualifiedName()) : Optional.empty();
  }

  /** The table or object that a {@code COMMENT ON} is about. */
  private static Optional<QualifiedName> commented(Cursor cursor) {
    cursor.skip("on");
    if (cursor.skip("column")) {
      return Optional.of(cursor.tableOfColumnName());
    }
    boolean ofTable = cursor.skip("constraint");
    if (!ofTable) {
      Optional<ObjectKind> kind = ObjectKind.read(cursor);
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      ofTable = kind.get().belongsToTable();
    }
    if (ofTable && cursor.seek("on")) {
      cursor.take();
      cursor.skip("domain");
    }
    return cursor.peek().isName() ? Optional.of(cursor.qualifiedName()) : Optional.empty();
  }

  private static boolean skipToObject(Cursor cursor) {
    if (!cursor.seek("on")) {
      return false;
    }
    cursor.take();
    if (cursor.at("all") || cursor.skip("large", "object")) {
      return false;
    }
    ObjectKind.read(cursor);
    return true;
  }

  private static boolean runsInTransaction(String command, Cursor cursor) {
    return switch (command) {
      case "VACUUM",
          "ALTER SYSTEM",
          "CREATE DATABASE",
          "DROP DATABASE",
          "CREATE TABLESPACE",
          "DROP TABLESPACE",
          "DROP SUBSCRIPTION" ->
          false;
      case "CREATE SUBSCRIPTION" -> Options.isOff(cursor, "connect", "create_slot");
      case "ALTER SUBSCRIPTION" -> !cursor.seek("refresh", "publication");
      case "ALTER DATABASE" -> !(cursor.seek("set") && cursor.at("set", "tablespace"));
      case "REINDEX" -> reindexRunsInTransaction(cursor);
      case "CLUSTER" -> hasTable(cursor);
      case "DISCARD" -> !cursor.seek("all");
      default -> true;
    };
  }

  private static boolean reindexRunsInTransaction(Cursor cursor) {
    cursor.take();
    if (cursor.atSymbol("(") && Options.isOn(cursor.nested(), "concurrently")) {
      return false;
    }
    return cursor.skipAny("table", "index") && !cursor.at("concurrently");
  }

  private static boolean hasTable(Cursor cursor) {
    cursor.take();
    cursor.skipParentheses();
    cursor.skip("verbose");
    return !cursor.atEnd();
  }
}
