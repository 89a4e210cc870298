package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing sequence as small as it gets while it still fails in the same way. */
final class Shrinking {
  private Shrinking() {}

  /** The statements of a sequence that are needed for what a test says of it. */
  static List<String> of(List<String> statements, Predicate<List<String>> fails) {
    List<String> left = new ArrayList<>(statements);
    for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
      for (int from = left.size() - size; from >= 0; from -= size) {
        List<String> fewer = new ArrayList<>(left.subList(0, from));
        fewer.addAll(left.subList(Math.min(left.size(), from + size), left.size()));
        if (fails.test(fewer)) {
          left = fewer;
          from = Math.min(from, left.size());
        }
      }
    }
    return simplified(left, fails);
  }

  /** The same with the parts left out of each statement's lists that are not needed. */
  private static List<String> simplified(List<String> statements, Predicate<List<String>> fails) {
    List<String> left = new ArrayList<>(statements);
    for (int i = 0; i < left.size(); i++) {
      boolean smaller = true;
      while (smaller) {
        smaller = false;
        for (String simpler : Simplification.of(left.get(i))) {
          List<String> tried = new ArrayList<>(left);
          tried.set(i, simpler);
          if (fails.test(tried)) {
            left = tried;
            smaller = true;
            break;
          }
        }
      }
    }
    return List.copyOf(left);
  }
}
