package dev.ngdi.migration.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lists such as {@code (fillfactor = 70, toast.autovacuum_enabled)}. */
final class StorageParameters {
  private StorageParameters() {}

  /** Values without their quotes, by name; {@code true} where none stands. */
  static Map<String, String> read(Cursor list) {
    return read(list, value -> value.orElse("true"));
  }

  /** Of a {@code RESET} or, with values, of a {@code SET}. */
  static Map<String, Optional<String>> change(Cursor list, boolean reset) {
    return read(list, value -> reset ? Optional.empty() : value.or(() -> Optional.of("true")));
  }

  private static <V> Map<String, V> read(Cursor list, Function<Optional<String>, V> value) {
    Map<String, V> parameters = new LinkedHashMap<>();
    for (Cursor part : list.splitAtCommas()) {
      StringBuilder name = new StringBuilder(part.name());
      while (part.skipSymbol(".")) {
        name.append('.').append(part.name());
      }
      Optional<String> said = part.skipSymbol("=") ? Optional.of(value(part)) : Optional.empty();
      if (!name.isEmpty()) {
        parameters.put(name.toString(), value.apply(said));
      }
    }
    return parameters;
  }

  private static String value(Cursor value) {
    String text = value.rest();
    Token first = value.peek();
    if (first.kind() == Token.Kind.WORD) {
      return first.value();
    }
    boolean quoted = first.isString() && text.length() > 1 && text.startsWith("'");
    return quoted ? text.substring(1, text.length() - 1).replace("''", "'") : text;
  }
}
