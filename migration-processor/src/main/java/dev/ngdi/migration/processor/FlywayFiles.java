package dev.ngdi.migration.processor;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Flyway's SQL files in the order in which Flyway applies them. */
final class FlywayFiles {
  private static final Pattern VERSIONED = Pattern.compile("(?:.*/)?V([\\d._]+?)__.*\\.sql");
  private static final Pattern REPEATABLE = Pattern.compile("(?:.*/)?R__.*\\.sql");

  private FlywayFiles() {}

  /** The versioned ones by version, then the repeatable ones by name; all others left out. */
  static List<SqlFiles.Named> inOrder(List<SqlFiles.Named> files) {
    Stream<SqlFiles.Named> versioned =
        files.stream()
            .filter(file -> VERSIONED.matcher(file.name()).matches())
            .sorted(Comparator.comparing(FlywayFiles::version, FlywayFiles::compare));
    Stream<SqlFiles.Named> repeatable =
        files.stream()
            .filter(file -> REPEATABLE.matcher(file.name()).matches())
            .sorted(Comparator.comparing(SqlFiles.Named::name));
    return Stream.concat(versioned, repeatable).toList();
  }

  private static List<BigInteger> version(SqlFiles.Named file) {
    Matcher matcher = VERSIONED.matcher(file.name());
    List<BigInteger> parts = new ArrayList<>();
    if (matcher.matches()) {
      for (String part : matcher.group(1).split("[._]", -1)) {
        parts.add(part.isEmpty() ? BigInteger.ZERO : new BigInteger(part));
      }
    }
    return parts;
  }

  private static int compare(List<BigInteger> one, List<BigInteger> other) {
    for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
      int order = part(one, i).compareTo(part(other, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigInteger part(List<BigInteger> version, int i) {
    return i < version.size() ? version.get(i) : BigInteger.ZERO;
  }
}
