package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Statements about the session and its transactions. */
final class SessionReader {
  private SessionReader() {}

  static Optional<Statement> readParameter(Statement.Text text, Cursor cursor) {
    boolean reset = cursor.take().value().equals("reset");
    if (!reset
        && (cursor.at("constraints")
            || (cursor.at("transaction") && !assigns(cursor))
            || cursor.at("session", "characteristics"))) {
      return Optional.empty();
    }
    boolean local = !reset && !assigns(cursor) && cursor.skip("local");
    if (!reset && !local && !assigns(cursor) && !cursor.at("session", "authorization")) {
      cursor.skip("session");
    }
    String name = parameter(cursor);
    if (!cursor.skipSymbol("=")) {
      cursor.skip("to");
    }
    boolean toDefault = name.equals("timezone") && cursor.at("local");
    List<String> values = reset || toDefault ? List.of() : SettingReader.values(cursor);
    return Optional.of(new Statement.SetParameter(text, name, local, values));
  }

  /** {@code DO}. */
  static Optional<Statement> readBlock(Statement.Text text, Cursor cursor) {
    cursor.skip("do");
    String language = "plpgsql";
    String body = "";
    while (!cursor.atEnd()) {
      if (cursor.skip("language")) {
        language = SettingReader.value(cursor).toLowerCase(Locale.ROOT);
      } else {
        body = SettingReader.value(cursor);
      }
    }
    return Optional.of(new Statement.DoBlock(text, language, body));
  }

  private static boolean assigns(Cursor cursor) {
    Token second = cursor.peek(1);
    return second.isSymbol("=") || second.isWord("to") || second.isSymbol(".");
  }

  /** The name of the parameter that is set, in lower case. */
  static String parameter(Cursor cursor) {
    if (cursor.skip("time", "zone")) {
      return "timezone";
    }
    if (cursor.skip("session", "authorization")) {
      return "session_authorization";
    }
    if (cursor.skip("transaction", "isolation")) {
      return "transaction_isolation";
    }
    if (cursor.skip("xml", "option")) {
      return "xmloption";
    }
    if (!assigns(cursor)) {
      if (cursor.skip("names")) {
        return "client_encoding";
      }
      if (cursor.skip("schema")) {
        return "search_path";
      }
    }
    StringBuilder name = new StringBuilder(cursor.name());
    while (cursor.skipSymbol(".")) {
      name.append('.').append(cursor.name());
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /** Empty for the {@code PREPARE} of a statement. */
  static Optional<Statement> readTransaction(Statement.Text text, Cursor cursor) {
    String first = cursor.take().value();
    String command =
        switch (first) {
          case "start" -> "START TRANSACTION";
          case "prepare" -> cursor.at("transaction") ? "PREPARE TRANSACTION" : "";
          case "commit" -> cursor.at("prepared") ? "COMMIT PREPARED" : "COMMIT";
          case "rollback" -> rollback(cursor);
          default -> first.toUpperCase(Locale.ROOT);
        };
    return command.isEmpty()
        ? Optional.empty()
        : Optional.of(new Statement.TransactionControl(text, command));
  }

  private static String rollback(Cursor cursor) {
    if (cursor.at("prepared")) {
      return "ROLLBACK PREPARED";
    }
    cursor.skipAny("work", "transaction");
    return cursor.at("to") ? "ROLLBACK TO SAVEPOINT" : "ROLLBACK";
  }
}
