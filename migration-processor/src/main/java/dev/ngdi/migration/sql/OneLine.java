package dev.ngdi.migration.sql;

/** SQL on one line: without comments, white space outside quotes folded. */
final class OneLine {
  private OneLine() {}

  static String of(String sql) {
    Problems ignored = new Problems(new LineMap(sql));
    Scanner scanner = new Scanner(sql, ignored);
    StringBuilder line = new StringBuilder();
    int end = 0;
    for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
      if (token.start() > end && !line.isEmpty()) {
        line.append(' ');
      }
      line.append(sql, token.start(), token.end());
      end = token.end();
    }
    return line.toString();
  }

  /** At most so many UTF-16 units, the last an ellipsis where some were cut. */
  static String of(String sql, int length) {
    String line = of(sql).replaceAll("\\s*\\R\\s*", " ");
    if (line.length() <= length) {
      return line;
    }
    int end = length - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
