package dev.ngdi.migration.sql;

/** The text that a string constant stands for. */
final class StringConstant {
  private StringConstant() {}

  /** Without quotes, escapes and tags, for any kind of string constant. */
  static String text(String constant) {
    if (constant.startsWith("$")) {
      int tag = constant.indexOf('$', 1) + 1;
      return constant.substring(tag, Math.max(tag, constant.length() - tag));
    }
    int quote = constant.indexOf('\'');
    if (quote < 0) {
      return constant;
    }
    boolean escapes = constant.startsWith("e") || constant.startsWith("E");
    boolean unicode = constant.regionMatches(true, 0, "u&", 0, 2);
    String inner = inner(constant, quote, escapes);
    return unicode ? Names.decodeUnicode(inner) : inner;
  }

  private static String inner(String constant, int quote, boolean escapes) {
    StringBuilder text = new StringBuilder(constant.length());
    boolean inside = false;
    int at = quote;
    while (at < constant.length()) {
      char c = constant.charAt(at);
      if (c == '\'') {
        if (inside && constant.startsWith("''", at)) {
          text.append(c);
          at++;
        } else {
          inside = !inside;
        }
      } else if (inside && escapes && c == '\\' && at + 1 < constant.length()) {
        at = appendEscaped(constant, at + 1, text);
        continue;
      } else if (inside) {
        text.append(c);
      } else if (constant.startsWith("--", at)) {
        int end = constant.indexOf('\n', at);
        at = end < 0 ? constant.length() : end;
      }
      at++;
    }
    return text.toString();
  }

  /** Behind a backslash; the place behind what it escapes. */
  private static int appendEscaped(String constant, int at, StringBuilder text) {
    char c = constant.charAt(at);
    switch (c) {
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'x' -> {
        return appendNumber(constant, at + 1, 16, 2, text, 'x');
      }
      case 'u' -> {
        return appendNumber(constant, at + 1, 16, 4, text, 'u');
      }
      case 'U' -> {
        return appendNumber(constant, at + 1, 16, 8, text, 'U');
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return appendNumber(constant, at, 8, 3, text, c);
      }
      default -> text.append(c);
    }
    return at + 1;
  }

  private static int appendNumber(
      String constant, int from, int radix, int most, StringBuilder text, char otherwise) {
    int end = from;
    int value = 0;
    while (end < constant.length()
        && end < from + most
        && constant.charAt(end) < 128
        && Character.digit(constant.charAt(end), radix) >= 0) {
      value = value * radix + Character.digit(constant.charAt(end), radix);
      end++;
    }
    if (end == from) {
      text.append(otherwise);
    } else if (Character.isValidCodePoint(value)) {
      text.appendCodePoint(value);
    }
    return end;
  }
}
