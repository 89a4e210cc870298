package dev.ngdi.migration.rules;

import java.util.stream.Collectors;

/** SQL as it stands in Java. */
final class JavaText {
  private static final String QUOTES = "\"\"\"";

  private JavaText() {}

  /** An attribute whose value is the SQL, as a text block. */
  static String attribute(String name, String sql) {
    String body =
        sql.strip()
            .replace("\\", "\\\\")
            .replace(QUOTES, "\\" + QUOTES)
            .lines()
            .map(line -> line.isBlank() ? "" : "    " + line)
            .collect(Collectors.joining("\n"));
    return name + " = " + QUOTES + "\n" + body + "\n    " + QUOTES;
  }

  /** The text, each line moved to the right. */
  static String indented(String text, int by) {
    return text.lines()
        .map(line -> line.isBlank() ? line : " ".repeat(by) + line)
        .collect(Collectors.joining("\n"));
  }
}
