package dev.ngdi.migration.sql;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names that somebody may have meant, by how many letters they differ. */
public final class NearNames {
  private static final int AT_MOST = 3;

  private NearNames() {}

  /** The name that was probably meant, if one is close. */
  public static Optional<String> one(String meant, Collection<String> names) {
    return close(meant, names).stream().findFirst();
  }

  /** The names that were probably meant, at most three, nearest first; empty if none is close. */
  public static List<String> close(String meant, Collection<String> names) {
    int tolerance = Math.max(1, meant.length() / 3);
    return nearest(
        meant, names.stream().filter(name -> distance(meant, name) <= tolerance).toList());
  }

  /** The nearest of the names, however far, at most three, nearest first. */
  public static List<String> nearest(String meant, Collection<String> names) {
    return names.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt((String name) -> distance(meant, name))
                .thenComparing(Comparator.naturalOrder()))
        .limit(AT_MOST)
        .toList();
  }

  /** How many letters must be put in, left out or exchanged to make one word the other. */
  public static int distance(String from, String to) {
    int[] row = IntStream.rangeClosed(0, to.length()).toArray();
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
