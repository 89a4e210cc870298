package dev.ngdi.migration.sql;

import java.nio.charset.StandardCharsets;

/** How the words of a script become the names of the catalogue. */
final class Names {
  /** {@code NAMEDATALEN} less the terminator, in bytes of UTF-8. */
  static final int MAX_BYTES = 63;

  private static final int MOST_BYTES_OF_CHAR = 3;

  private Names() {}

  /** An unquoted word: ASCII letters in lower case, cut as PostgreSQL does. */
  static String fold(CharSequence word) {
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
    return cut(folded.toString(), MAX_BYTES);
  }

  /** What stands between double quotes. */
  static String unquote(String inner) {
    return cut(inner.replace("\"\"", "\""), MAX_BYTES);
  }

  /** What stands between the quotes of {@code U&"…"}, with the usual escape character. */
  static String unquoteUnicode(String inner) {
    return unquote(decodeUnicode(inner));
  }

  /** With the usual escape character of {@code U&} exchanged for what it stands for. */
  static String decodeUnicode(String inner) {
    StringBuilder name = new StringBuilder(inner.length());
    int i = 0;
    while (i < inner.length()) {
      int digits = escapeDigits(inner, i);
      if (digits == 0) {
        name.append(inner.charAt(i));
        i += inner.startsWith("\\\\", i) ? 2 : 1;
      } else {
        int from = digits == 4 ? i + 1 : i + 2;
        int codePoint = Integer.parseInt(inner.substring(from, from + digits), 16);
        if (Character.isValidCodePoint(codePoint)) {
          name.appendCodePoint(codePoint);
        }
        i = from + digits;
      }
    }
    return name.toString();
  }

  private static int escapeDigits(String text, int at) {
    if (text.charAt(at) != '\\') {
      return 0;
    }
    if (areHex(text, at + 1, 4)) {
      return 4;
    }
    return text.startsWith("+", at + 1) && areHex(text, at + 2, 6) ? 6 : 0;
  }

  private static boolean areHex(String text, int from, int count) {
    if (from + count > text.length()) {
      return false;
    }
    return text.substring(from, from + count)
        .chars()
        .allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  /** The longest start of a text that has at most so many bytes and no half character. */
  static String cut(String text, int bytes) {
    if (text.length() <= bytes / MOST_BYTES_OF_CHAR
        || text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
      return text;
    }
    int used = 0;
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      used += Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
      if (used > bytes) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return text.substring(0, i);
  }
}
