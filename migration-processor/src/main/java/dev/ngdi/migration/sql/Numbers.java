package dev.ngdi.migration.sql;

/** Where numbers end. */
final class Numbers {
  private Numbers() {}

  /** A number's end, and whether it has a point or an exponent. */
  record Scanned(int end, boolean decimal) {}

  static Scanned scan(String sql, int start) {
    int based = endOfBased(sql, start);
    if (based > start) {
      return new Scanned(based, false);
    }
    int end = endOfDigits(sql, start);
    boolean point = sql.startsWith(".", end) && !sql.startsWith("..", end);
    if (point) {
      end = endOfDigits(sql, end + 1);
    }
    int exponent = endOfExponent(sql, end);
    return new Scanned(exponent, point || exponent > end);
  }

  /** Digits, with underscores between them. */
  static int endOfDigits(String sql, int start) {
    int at = start;
    while (isDigit(sql, at, 10) || (sql.startsWith("_", at) && isDigit(sql, at + 1, 10))) {
      at++;
    }
    return at;
  }

  /** {@code 0x1F}, {@code 0o17}, {@code 0b1}; the start if it is none of them. */
  private static int endOfBased(String sql, int start) {
    if (start + 1 >= sql.length() || sql.charAt(start) != '0') {
      return start;
    }
    int radix =
        switch (sql.charAt(start + 1)) {
          case 'x', 'X' -> 16;
          case 'o', 'O' -> 8;
          case 'b', 'B' -> 2;
          default -> 0;
        };
    int at = sql.startsWith("_", start + 2) ? start + 3 : start + 2;
    if (radix == 0 || !isDigit(sql, at, radix)) {
      return start;
    }
    while (isDigit(sql, at, radix) || sql.startsWith("_", at)) {
      at++;
    }
    return at;
  }

  private static int endOfExponent(String sql, int start) {
    if (!sql.startsWith("e", start) && !sql.startsWith("E", start)) {
      return start;
    }
    boolean sign = sql.startsWith("+", start + 1) || sql.startsWith("-", start + 1);
    int digits = sign ? start + 2 : start + 1;
    return isDigit(sql, digits, 10) ? endOfDigits(sql, digits) : start;
  }

  private static boolean isDigit(String sql, int at, int radix) {
    return at < sql.length() && sql.charAt(at) < 128 && Character.digit(sql.charAt(at), radix) >= 0;
  }
}
