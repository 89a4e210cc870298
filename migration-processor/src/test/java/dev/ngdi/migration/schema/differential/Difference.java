package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A fact that two catalogues do not share.
 *
 * @param server its value on the server; empty if it is not there
 * @param replay its value as the replay has it; empty if it is not there
 */
record Difference(Entry about, String server, String replay) {

  /** The facts in which two catalogues differ. */
  static List<Difference> between(List<Entry> server, List<Entry> replay) {
    Map<String, Entry> first = byKey(server);
    Map<String, Entry> second = byKey(replay);
    Set<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      String real = first.containsKey(key) ? first.get(key).value() : "";
      String known = second.containsKey(key) ? second.get(key).value() : "";
      if (!real.equals(known) && !sameCheck(key, real, known)) {
        differences.add(
            new Difference(
                Objects.requireNonNull(first.containsKey(key) ? first.get(key) : second.get(key)),
                real,
                known));
      }
    }
    return differences;
  }

  /** The server writes conditions with other parentheses when it makes a check anew. */
  private static boolean sameCheck(String key, String one, String other) {
    boolean condition =
        (key.startsWith("constraint ") && one.startsWith("CHECK "))
            || (key.startsWith("index ") && one.contains(" WHERE "));
    return condition && plain(one).equals(plain(other));
  }

  /** Without parentheses, and without the types of an array, which it has at each value or once. */
  private static String plain(String condition) {
    return condition
        .replaceAll("[()]", "")
        .replaceAll("::(character varying|text|double precision|numeric)(\\[\\])?", "");
  }

  private static Map<String, Entry> byKey(List<Entry> entries) {
    return entries.stream()
        .collect(Collectors.toMap(Entry::key, Function.identity(), (one, other) -> one));
  }

  @Override
  public String toString() {
    return about.key() + "\n    server: " + server + "\n    replay: " + replay;
  }
}
