package dev.ngdi.migration.sql;

import java.util.Set;

/** Lists of options such as {@code (CONCURRENTLY, VERBOSE off)}. */
final class Options {
  private static final Set<String> OFF = Set.of("false", "off", "0", "'false'", "'off'");

  private Options() {}

  /** Whether a list, without its parentheses, switches an option on. */
  static boolean isOn(Cursor list, String option) {
    return list.splitAtCommas().stream()
        .anyMatch(part -> part.skip(option) && !OFF.contains(part.rest()));
  }

  /** Whether the list behind {@code WITH} switches one of these options off. */
  static boolean isOff(Cursor cursor, String... options) {
    if (!cursor.seek("with")) {
      return false;
    }
    cursor.take();
    for (Cursor part : cursor.nested().splitAtCommas()) {
      for (String option : options) {
        if (part.skip(option)) {
          part.skipSymbol("=");
          return OFF.contains(part.rest());
        }
      }
    }
    return false;
  }
}
