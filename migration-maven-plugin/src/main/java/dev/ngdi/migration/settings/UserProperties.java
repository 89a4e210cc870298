package dev.ngdi.migration.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
            .filter(k -> distance(name, k) <= Math.min(NEAR, (k.length() - PREFIX.length()) / 2))
            .min(Comparator.comparingInt(k -> distance(name, k)));
  }

  /** How many letters to insert, leave out, replace, or swap with the next; case does not count. */
  private static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), cost[i - 1][j] + 1);
    best = Math.min(best, cost[i][j - 1] + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
