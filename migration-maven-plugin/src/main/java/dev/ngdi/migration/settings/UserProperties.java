package dev.ngdi.migration.settings;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds user properties that nobody reads: on a command for production, a typing error is a risk.
 */
public final class UserProperties {
  private static final String PREFIX = "db.";
  private static final int NEAR = 3;

  private UserProperties() {}

  /**
   * Refuses a property with our prefix that is not known.
   *
   * @param given the names of all user properties
   * @param known the names that the goals of this run read
   * @param goal how to call the goals in the message, {@code db:deploy}
   * @throws GoalException naming each unknown property and the nearest known one
   */
  public static void check(Collection<String> given, Set<String> known, String goal)
      throws GoalException {
    List<String> problems =
        new TreeSet<>(given)
            .stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .map(name -> problem(name, known, goal))
                .toList();
    if (!problems.isEmpty()) {
      throw new GoalException(String.join("\n", problems));
    }
  }

  private static String problem(String name, Set<String> known, String goal) {
    return "`-D%s` means nothing to `%s`; %s"
        .formatted(
            name,
            goal,
            nearest(name, known)
                .map(n -> "did you mean `-D%s`?".formatted(n))
                .orElseGet(() -> "it knows " + list(known)));
  }

  private static String list(Set<String> known) {
    return String.join(", ", new TreeSet<>(known).stream().map(n -> "`" + n + "`").toList());
  }

  private static Optional<String> nearest(String name, Set<String> known) {
    return new TreeSet<>(known)
        .stream()
            .filter(k -> distance(name, k) <= NEAR)
            .min((a, b) -> Integer.compare(distance(name, a), distance(name, b)));
  }

  /** Levenshtein's distance, in lower case. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(java.util.Locale.ROOT);
    String b = to.toLowerCase(java.util.Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
