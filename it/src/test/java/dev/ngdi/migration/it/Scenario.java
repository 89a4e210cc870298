package dev.ngdi.migration.it;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scenario's build left: what it printed, its files, and the rows in its database. */
public final class Scenario {
  private static final Pattern LEVEL = Pattern.compile("^\\[(INFO|WARNING|ERROR)\\] ?");
  private static final Pattern HEADLINE =
      Pattern.compile("(?:.*[/\\\\])?([\\w-]+\\.java:\\[\\d+,\\d+\\] \\[[a-z0-9-]+\\] .*)");

  private final Path directory;
  private final List<String> printed;

  /**
   * Reads what the build printed.
   *
   * @param basedir the scenario's directory
   */
  public Scenario(File basedir) throws IOException {
    directory = basedir.toPath();
    // A log that is not UTF-8 in a comment of some tool is no reason to fail.
    String log =
        new String(Files.readAllBytes(directory.resolve("build.log")), StandardCharsets.UTF_8);
    printed = log.lines().map(line -> LEVEL.matcher(line).replaceFirst("")).toList();
  }

  /**
   * Asserts that the build printed these lines, in this order; others may stand between them. Each
   * is a part of a line, in which {@code *} stands for anything.
   */
  public void prints(String... parts) {
    int from = 0;
    for (String part : parts) {
      int found = find(part, from);
      if (found < 0) {
        String where = from == 0 ? "" : " after: " + printed.get(from - 1);
        throw new AssertionError("not printed%s%n  %s".formatted(where, part));
      }
      from = found + 1;
    }
  }

  /** Asserts that no line printed has this part. */
  public void doesNotPrint(String part) {
    int found = find(part, 0);
    if (found >= 0) {
      throw new AssertionError("printed: " + printed.get(found));
    }
  }

  private int find(String part, int from) {
    String[] pieces = part.split("\\*", -1);
    Pattern pattern =
        Pattern.compile(String.join(".*", Arrays.stream(pieces).map(Pattern::quote).toList()));
    for (int i = from; i < printed.size(); i++) {
      if (pattern.matcher(printed.get(i)).find()) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Asserts that the compiler reported these errors, each at its line and column, and no other of
   * ours. The file has the headline of each as it is printed, without the directory, and beneath
   * it, indented, what of its details matters.
   *
   * @param file a file in the scenario's directory
   */
  public void reports(String file) throws IOException {
    List<String> expected = Files.readAllLines(directory.resolve(file));
    assertSame(headlines(expected), headlines(printed));
    List<String> group = new ArrayList<>();
    for (String line : expected) {
      if (!line.startsWith(" ") && !group.isEmpty()) {
        prints(group.toArray(String[]::new));
        group.clear();
      }
      if (!line.isBlank()) {
        group.add(line.strip());
      }
    }
    prints(group.toArray(String[]::new));
  }

  private static List<String> headlines(List<String> lines) {
    return lines.stream()
        .map(HEADLINE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  /** Asserts the text of a file that the build wrote, whole or in part. */
  public void writes(String file, String part) throws IOException {
    String text = Files.readString(directory.resolve(file));
    if (!text.contains(part)) {
      throw new AssertionError("%s does not have%n%s%nbut is%n%s".formatted(file, part, text));
    }
  }

  /** Asserts that there is no such file. */
  public void doesNotWrite(String file) {
    if (Files.exists(directory.resolve(file))) {
      throw new AssertionError("there is a file " + file);
    }
  }

  /**
   * Asserts the rows of a query in the scenario's database, as the strings that PostgreSQL makes of
   * them, columns separated by {@code |}.
   */
  public void finds(String query, String... rows) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = Server.connect(directory.toFile());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          cells.add(String.valueOf(result.getString(column)));
        }
        found.add(String.join("|", cells));
      }
    }
    assertSame(List.of(rows), found);
  }

  /** Asserts which migrations are applied, oldest first, taken back ones not counted. */
  public void hasApplied(String... ids) throws SQLException {
    finds(
        """
        SELECT 'V' || h.version || '__' || replace(h.description, ' ', '_')
        FROM flyway_schema_history h
        WHERE h.success
          AND h.version IS NOT NULL
          AND h.type NOT LIKE 'DELETE%'
          AND NOT EXISTS (
            SELECT FROM flyway_schema_history d
            WHERE d.type LIKE 'DELETE%'
              AND d.version = h.version
              AND d.installed_rank > h.installed_rank)
        ORDER BY h.version::numeric
        """,
        ids);
  }

  private static void assertSame(List<String> expected, List<String> found) {
    if (!expected.equals(found)) {
      List<String> missing = new ArrayList<>(expected);
      missing.removeAll(found);
      List<String> unexpected = new ArrayList<>(found);
      unexpected.removeAll(expected);
      throw new AssertionError(
          "missing%n  %s%nunexpected%n  %s%nfound in all%n  %s"
              .formatted(
                  String.join("\n  ", missing),
                  String.join("\n  ", unexpected),
                  String.join("\n  ", found)));
    }
  }
}
