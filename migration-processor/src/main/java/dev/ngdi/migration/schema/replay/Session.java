package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a session has set: the search path and the time zone. */
final class Session {
  private static final String SEARCH_PATH = "search_path";
  private static final String TIME_ZONE = "timezone";
  private static final Pattern SET_CONFIG =
      Pattern.compile(
          "set_config\\s*\\(\\s*'(search_path|timezone)'\\s*,\\s*'((?:[^']++|'')*+)'",
          Pattern.CASE_INSENSITIVE);

  private Session() {}

  static void set(Work work, Statement.SetParameter statement) {
    if (statement.name().equals(SEARCH_PATH)) {
      path(work, statement.values());
    } else if (statement.name().equals(TIME_ZONE)) {
      zone(work, statement.values());
    } else if (statement.name().equals("all") && statement.values().isEmpty()) {
      reset(work);
    }
  }

  /** What the client asked for when it connected is there again. */
  static void reset(Work work) {
    path(work, List.of());
    zone(work, List.of());
  }

  private static void zone(Work work, List<String> values) {
    work.set(
        work.schema()
            .withTimeZone(values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty()));
  }

  /** An empty list takes back what it is at first. */
  static void path(Work work, List<String> names) {
    if (work.schema().open()) {
      Finder finder = new Finder(work);
      names.stream()
          .filter(name -> !name.isEmpty() && !name.startsWith("$") && !name.startsWith("pg_"))
          .forEach(finder::namespace);
    }
    work.set(
        names.isEmpty()
            ? work.schema().withUsualSearchPath()
            : work.schema().withSearchPath(names));
  }

  /** A query that sets one of them. */
  static void query(Work work, Fragment query) {
    if (query.functions().stream().noneMatch(f -> f.name().name().equals("set_config"))) {
      return;
    }
    Matcher matcher = SET_CONFIG.matcher(query.sql());
    while (matcher.find()) {
      String value = matcher.group(2);
      if (matcher.group(1).equalsIgnoreCase(TIME_ZONE)) {
        zone(work, List.of(value));
      } else {
        work.set(
            work.schema()
                .withSearchPath(Stream.of(value.split(",", -1)).map(Session::name).toList()));
      }
    }
  }

  private static String name(String written) {
    String name = written.strip();
    return name.startsWith("\"") && name.length() > 1
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
