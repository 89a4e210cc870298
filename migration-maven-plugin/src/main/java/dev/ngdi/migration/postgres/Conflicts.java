package dev.ngdi.migration.postgres;

import dev.ngdi.migration.schema.locks.LockMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Which locks of others one has to wait for, in the words of SQL and in those of {@code pg_locks}.
 */
final class Conflicts {
  private Conflicts() {}

  /** The modes, in the words of {@code pg_locks}, that one of some locks waits for. */
  static List<String> with(Collection<String> locks) {
    return Arrays.stream(LockMode.values())
        .filter(held -> isAwaited(held, locks))
        .map(Conflicts::inCatalogue)
        .toList();
  }

  private static boolean isAwaited(LockMode held, Collection<String> locks) {
    return Arrays.stream(LockMode.values())
        .anyMatch(wanted -> locks.contains(wanted.sql()) && wanted.conflictsWith(held));
  }

  /** {@code RowExclusiveLock} for {@code ROW EXCLUSIVE}. */
  private static String inCatalogue(LockMode mode) {
    StringBuilder name = new StringBuilder();
    for (String word : mode.sql().split(" ", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name + "Lock";
  }
}
