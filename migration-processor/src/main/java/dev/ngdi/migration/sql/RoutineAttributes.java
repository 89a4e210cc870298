package dev.ngdi.migration.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the attributes of a function or procedure, one at a time. */
final class RoutineAttributes {
  private static final Set<String> BEHIND_SETTINGS =
      Set.of(
          "as",
          "begin",
          "called",
          "cost",
          "external",
          "immutable",
          "language",
          "leakproof",
          "not",
          "parallel",
          "reset",
          "restrict",
          "return",
          "returns",
          "rows",
          "security",
          "set",
          "stable",
          "strict",
          "support",
          "transform",
          "volatile",
          "window");

  private final Cursor cursor;
  private final Map<String, String> values = new LinkedHashMap<>();
  private Optional<String> language = Optional.empty();

  RoutineAttributes(Cursor cursor) {
    this.cursor = cursor;
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  Optional<String> language() {
    return language;
  }

  /** Goes behind the attribute that follows; whether one does. */
  boolean read() {
    cursor.skip("external");
    String word = cursor.peek().value();
    if (cursor.peek().kind() != Token.Kind.WORD) {
      return false;
    }
    switch (word) {
      case "immutable", "stable", "volatile" -> put("volatility", cursor.name());
      case "strict" -> putAfter(1, "strict", "true");
      case "called" -> putAfter(4, "strict", "false");
      case "returns" -> putAfter(5, "strict", "true");
      case "leakproof" -> putAfter(1, "leakproof", "true");
      case "not" -> putAfter(2, "leakproof", "false");
      case "window" -> putAfter(1, "window", "true");
      case "security", "parallel" -> {
        cursor.take();
        put(word, cursor.name());
      }
      case "cost", "rows" -> {
        cursor.take();
        put(word, cursor.name());
      }
      case "support" -> {
        cursor.take();
        put(word, cursor.qualifiedName().sql());
      }
      case "language" -> {
        cursor.take();
        language = Optional.of(SettingReader.value(cursor).toLowerCase(Locale.ROOT));
      }
      case "transform" -> transform();
      case "set" -> set();
      case "reset" -> {
        cursor.take();
        put("set " + SessionReader.parameter(cursor), "");
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void put(String name, String value) {
    values.put(name, value);
  }

  private void putAfter(int words, String name, String value) {
    for (int i = 0; i < words; i++) {
      cursor.take();
    }
    put(name, value);
  }

  private void transform() {
    cursor.take();
    int start = cursor.index();
    do {
      cursor.skip("for", "type");
      TypeReader.read(cursor);
    } while (cursor.skipSymbol(","));
    put("transform", OneLine.of(cursor.since(start).rest()));
  }

  private void set() {
    cursor.take();
    String parameter = SessionReader.parameter(cursor);
    if (cursor.skip("from", "current")) {
      put("set " + parameter, "FROM CURRENT");
      return;
    }
    if (!cursor.skipSymbol("=")) {
      cursor.skip("to");
    }
    int start = cursor.index();
    cursor.take();
    while (!cursor.atEnd() && (cursor.atSymbol(",") || !endsSetting())) {
      cursor.take();
    }
    List<String> settings = SettingReader.values(cursor.since(start));
    put("set " + parameter, String.join(", ", settings));
  }

  private boolean endsSetting() {
    Token token = cursor.peek();
    return !cursor.previous().isSymbol(",")
        && token.kind() == Token.Kind.WORD
        && BEHIND_SETTINGS.contains(token.value());
  }
}
