package dev.ngdi.migration.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The small change of all reports: numbers with their nouns, durations, columns, indents. */
final class Text {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private Text() {}

  static String migrations(int count) {
    return count == 1 ? "1 migration" : count + " migrations";
  }

  static String are(int count) {
    return count == 1 ? "is" : "are";
  }

  /** A duration such as {@code 12 ms}, {@code 3.4 s} or {@code 2 min 5 s}. */
  static String duration(long milliseconds) {
    if (milliseconds < 1_000) {
      return milliseconds + " ms";
    }
    if (milliseconds < 60_000) {
      long tenths = milliseconds / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    return milliseconds / 60_000 + " min " + milliseconds % 60_000 / 1_000 + " s";
  }

  static String time(Instant instant) {
    return MINUTE.format(instant);
  }

  /** Rows as lines of aligned columns; every row has as many cells as the first. */
  static List<String> table(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        line.append(' ').append(row.get(column));
        line.append(" ".repeat(width - row.get(column).length() + 1));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** The lines of a text, indented, at most so many of them. */
  static List<String> indented(String text, int spaces, int most) {
    List<String> all = text.stripIndent().strip().lines().toList();
    List<String> lines = new ArrayList<>();
    for (String line : all.subList(0, Math.min(most, all.size()))) {
      lines.add((" ".repeat(spaces) + line).stripTrailing());
    }
    if (all.size() > most) {
      lines.add(" ".repeat(spaces) + "… and %d more lines".formatted(all.size() - most));
    }
    return lines;
  }
}
