package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements that have no record of their own. */
final class OtherReader {
  private static final List<String> COMMANDS_OF_SEVERAL_WORDS =
      List.of(
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
        text, command, Optional.empty(), runsInTransaction(command, cursor.copy()));
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
      default -> first;
    };
  }

  private static String objectKind(Cursor cursor) {
    cursor.skip("or", "replace");
    return ObjectKind.read(cursor)
        .map(kind -> " " + kind.sql())
        .orElseGet(() -> " " + cursor.peek().value().toUpperCase(Locale.ROOT));
  }

  private static boolean runsInTransaction(String command, Cursor cursor) {
    return switch (command) {
      case "ALTER SYSTEM",
          "CREATE DATABASE",
          "DROP DATABASE",
          "CREATE TABLESPACE",
          "DROP TABLESPACE",
          "DROP SUBSCRIPTION" ->
          false;
      case "CREATE SUBSCRIPTION" -> Options.isOff(cursor, "connect", "create_slot");
      case "ALTER SUBSCRIPTION" -> !cursor.seek("refresh", "publication");
      case "ALTER DATABASE" -> !(cursor.seek("set") && cursor.at("set", "tablespace"));
      case "DISCARD" -> !cursor.seek("all");
      default -> true;
    };
  }
}
