package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The way back of options in parentheses. */
final class SettingsChanges {
  private SettingsChanges() {}

  static List<String> options(String alter, Settings was, Settings is) {
    SortedMap<String, String> old = Written.below(was, "option.");
    SortedMap<String, String> now = Written.below(is, "option.");
    List<String> statements = new ArrayList<>();
    List<String> more = now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
    if (!more.isEmpty()) {
      statements.add(alter + " RESET (" + String.join(", ", more) + ")");
    }
    SortedMap<String, String> others = Written.below(was, "option.");
    others
        .entrySet()
        .removeIf((Map.Entry<String, String> o) -> o.getValue().equals(now.get(o.getKey())));
    if (!others.isEmpty()) {
      statements.add(alter + " SET (" + Written.options(others) + ")");
    }
    return statements;
  }
}
