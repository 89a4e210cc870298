package dev.ngdi.migration.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Several names in a sentence. */
final class Names {
  private static final int MOST_LISTED = 3;

  private Names() {}

  /** The first of them in backticks, and how many more there are. */
  static String listed(List<String> names) {
    String first =
        names.stream()
            .limit(MOST_LISTED)
            .map(name -> "`" + name + "`")
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_LISTED;
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
