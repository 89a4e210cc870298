package dev.ngdi.migration.engine;

import java.util.Comparator;
import java.util.List;

/** The names that somebody may have meant. */
final class NearNames {
  private static final int AT_MOST = 3;

  private NearNames() {}

  /** The nearest of the names by edit distance, at most three, nearest first. */
  static List<String> of(String meant, List<String> names) {
    return names.stream()
        .sorted(Comparator.comparingInt(name -> distance(meant, name)))
        .limit(AT_MOST)
        .toList();
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
