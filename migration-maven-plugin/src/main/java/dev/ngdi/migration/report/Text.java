package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.TableSize;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The small change of all reports: numbers with their nouns, durations, columns, indents. */
final class Text {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final List<String> ROWS = List.of("", "thousand", "million", "billion");
  private static final List<String> BYTES = List.of("bytes", "kB", "MB", "GB", "TB");

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

  /** About how big a table is: {@code about 1.2 million rows, 340 MB}. */
  static String size(TableSize size) {
    return size.rows() == 0
        ? "no rows"
        : "about %s %s, %s"
            .formatted(
                scaled(size.rows(), 1_000, ROWS),
                size.rows() == 1 ? "row" : "rows",
                scaled(size.bytes(), 1_024, BYTES));
  }

  /** A number with one decimal if it is small, rounded down, in the largest unit that it fills. */
  private static String scaled(long number, int step, List<String> units) {
    long tenths = number * 10;
    int unit = 0;
    while (tenths >= step * 10L && unit < units.size() - 1) {
      tenths /= step;
      unit++;
    }
    boolean whole = unit == 0 || tenths >= 100 || tenths % 10 == 0;
    String text = tenths / 10 + (whole ? "" : "." + tenths % 10);
    return (text + " " + units.get(unit)).strip();
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
