package dev.ngdi.migration.postgres;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which lock modes of relations conflict, in the words of SQL and in those of {@code pg_locks}. */
final class Conflicts {
  private static final List<String> MODES =
      List.of(
          "ACCESS SHARE",
          "ROW SHARE",
          "ROW EXCLUSIVE",
          "SHARE UPDATE EXCLUSIVE",
          "SHARE",
          "SHARE ROW EXCLUSIVE",
          "EXCLUSIVE",
          "ACCESS EXCLUSIVE");

  /** For each mode those that it conflicts with, as places in the list above. */
  private static final Map<String, int[]> WITH =
      Map.of(
          "ACCESS SHARE", new int[] {7},
          "ROW SHARE", new int[] {6, 7},
          "ROW EXCLUSIVE", new int[] {4, 5, 6, 7},
          "SHARE UPDATE EXCLUSIVE", new int[] {3, 4, 5, 6, 7},
          "SHARE", new int[] {2, 3, 5, 6, 7},
          "SHARE ROW EXCLUSIVE", new int[] {2, 3, 4, 5, 6, 7},
          "EXCLUSIVE", new int[] {1, 2, 3, 4, 5, 6, 7},
          "ACCESS EXCLUSIVE", new int[] {0, 1, 2, 3, 4, 5, 6, 7});

  private Conflicts() {}

  /** The modes, in the words of {@code pg_locks}, that one of some locks waits for. */
  static List<String> with(Collection<String> locks) {
    return locks.stream()
        .flatMap(lock -> Arrays.stream(WITH.getOrDefault(lock, new int[0])).boxed())
        .distinct()
        .map(place -> inCatalogue(MODES.get(place)))
        .toList();
  }

  /** {@code RowExclusiveLock} for {@code ROW EXCLUSIVE}. */
  private static String inCatalogue(String mode) {
    StringBuilder name = new StringBuilder();
    for (String word : mode.split(" ", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name + "Lock";
  }
}
