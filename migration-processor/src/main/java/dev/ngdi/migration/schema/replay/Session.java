package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a session has set: the search path. */
final class Session {
  private static final String SEARCH_PATH = "search_path";
  private static final Pattern SET_CONFIG =
      Pattern.compile(
          "set_config\\s*\\(\\s*'search_path'\\s*,\\s*'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

  private Session() {}

  static void set(Work work, Statement.SetParameter statement) {
    if (statement.name().equals(SEARCH_PATH)) {
      path(work, statement.values());
    } else if (statement.name().equals("all") && statement.values().isEmpty()) {
      path(work, List.of());
    }
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

  /** A query that sets the search path. */
  static void query(Work work, Fragment query) {
    boolean sets = query.functions().stream().anyMatch(f -> f.name().name().equals("set_config"));
    Optional<String> path =
        Optional.of(SET_CONFIG.matcher(query.sql()))
            .filter(m -> sets && m.find())
            .map((Matcher m) -> m.group(1));
    path.ifPresent(
        list ->
            work.set(
                work.schema()
                    .withSearchPath(Stream.of(list.split(",", -1)).map(Session::name).toList())));
  }

  private static String name(String written) {
    String name = written.strip();
    return name.startsWith("\"") && name.length() > 1
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
