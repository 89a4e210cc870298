package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long statements of a script may wait for a lock. */
final class LockTimeout {
  private static final Pattern VALUE = Pattern.compile("([0-9]+(?:\\.[0-9]*)?)\\s*([a-zA-Z]*)");
  private static final Map<String, Double> MILLISECONDS =
      Map.of("us", 0.001, "", 1.0, "ms", 1.0, "s", 1e3, "min", 6e4, "h", 3.6e6, "d", 8.64e7);

  private LockTimeout() {}

  /** Whether a statement sets or resets it; {@code SET LOCAL} needs a transaction. */
  static boolean isSetBy(Statement statement, boolean transaction) {
    return statement instanceof Statement.SetParameter set
        && set.name().equals("lock_timeout")
        && (transaction || !set.local());
  }

  /** What a statement sets it to; 0 for no limit, empty for a reset and for what is no time. */
  static Optional<Duration> of(Statement statement) {
    if (statement instanceof Statement.SetParameter set && set.values().size() == 1) {
      Matcher value = VALUE.matcher(set.values().get(0).strip());
      return value.matches()
          ? Optional.ofNullable(MILLISECONDS.get(value.group(2).toLowerCase(Locale.ROOT)))
              .map(unit -> Duration.ofMillis(Math.round(Double.parseDouble(value.group(1)) * unit)))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** The statement that sets a limit that most teams can live with. */
  static String proposal(boolean transaction) {
    return "SET %slock_timeout = '5s';".formatted(transaction ? "LOCAL " : "");
  }
}
