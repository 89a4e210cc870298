package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;
import java.util.List;

/**
 * Cuts a script into tokens by PostgreSQL's lexical rules, white space and comments left out. What
 * breaks these rules goes to the problems, and reading goes on behind it.
 */
final class Scanner {
  static final String OPERATOR_CHARS = "+-*/<>=~!@#%^&|`?";
  private static final String CHARS_THAT_ALLOW_A_SIGN_AT_THE_END = "~!@#%^&|`?";
  private static final List<String> LONG_SYMBOLS = List.of("::", ":=", "..");

  private final String sql;
  private final Problems problems;
  private int at;

  Scanner(String sql, Problems problems) {
    this.sql = sql;
    this.problems = problems;
    if (sql.startsWith("\uFEFF")) {
      problems.byteOrderMark();
      at = 1;
    }
  }

  /** The next token, of kind {@link Kind#END} behind the last. */
  Token next() {
    while (true) {
      skipBlank();
      if (at >= sql.length()) {
        return new Token(Kind.END, sql.length(), sql.length(), "");
      }
      char c = sql.charAt(at);
      if (c == 0) {
        problems.nul(at++);
      } else if (c == '\\') {
        skipPsqlCommand();
        return new Token(Kind.SYMBOL, at, at, ";");
      } else {
        return token(c);
      }
    }
  }

  /** Leaves out the data lines of a {@code COPY … FROM STDIN}, up to the line {@code \.}. */
  void skipInlineData() {
    int end = sql.indexOf("\n\\.", at);
    if (end >= 0) {
      at = Math.min(sql.length(), end + 3);
    }
  }

  private Token token(char c) {
    int start = at;
    if (c == '\'') {
      return string(start, at, false, Kind.STRING);
    }
    if (c == '"') {
      return quotedName(start, at, false);
    }
    if (isNameStart(c)) {
      return wordOrPrefixedString(c);
    }
    if (isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)))) {
      return number();
    }
    if (c == '$') {
      return dollar();
    }
    if (OPERATOR_CHARS.indexOf(c) >= 0) {
      return operator();
    }
    for (String symbol : LONG_SYMBOLS) {
      if (sql.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Kind.SYMBOL, start, at, symbol);
      }
    }
    at++;
    return new Token(Kind.SYMBOL, start, at, String.valueOf(c));
  }

  private void skipBlank() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        skipBlockComment();
      } else {
        return;
      }
    }
  }

  private void skipBlockComment() {
    int start = at;
    int depth = 0;
    do {
      if (sql.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < sql.length());
    if (depth > 0) {
      problems.unclosed(start, "comment", "/*", "*/");
      at = sql.length();
    }
  }

  private void skipPsqlCommand() {
    int start = at;
    int end = sql.indexOf('\n', at);
    at = end < 0 ? sql.length() : end;
    problems.psqlCommand(start, sql.substring(start, at).strip());
  }

  private Token wordOrPrefixedString(char c) {
    int start = at;
    char next = at + 1 < sql.length() ? sql.charAt(at + 1) : ' ';
    if (next == '\'' && "eEbBxXnN".indexOf(c) >= 0) {
      return string(start, at + 1, c == 'e' || c == 'E', Kind.STRING);
    }
    if ((c == 'u' || c == 'U') && next == '&' && at + 2 < sql.length()) {
      if (sql.charAt(at + 2) == '\'') {
        return string(start, at + 2, false, Kind.UNICODE_STRING);
      }
      if (sql.charAt(at + 2) == '"') {
        return quotedName(start, at + 2, true);
      }
    }
    skipNamePart();
    return new Token(Kind.WORD, start, at, Names.fold(sql.subSequence(start, at)));
  }

  private void skipNamePart() {
    while (at < sql.length() && isNamePart(sql.charAt(at))) {
      at++;
    }
  }

  private Token string(int start, int quote, boolean escapes, Kind kind) {
    at = quote;
    do {
      if (!skipQuoted('\'', escapes)) {
        problems.unclosed(quote, "string", "'", "'");
        at = sql.length();
        return new Token(kind, start, at, "");
      }
    } while (continuesOnAnotherLine());
    return new Token(kind, start, at, "");
  }

  /** Strings with only white space that has a new line between them are one string. */
  private boolean continuesOnAnotherLine() {
    int behind = at;
    boolean newLine = false;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\n' || c == '\r') {
        newLine = true;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = (end < 0 ? sql.length() : end) - 1;
      } else if (c != ' ' && c != '\t' && c != '\f' && c != 0x0B) {
        break;
      }
      at++;
    }
    if (newLine && at < sql.length() && sql.charAt(at) == '\'') {
      return true;
    }
    at = behind;
    return false;
  }

  private boolean skipQuoted(char quote, boolean escapes) {
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == 0) {
        problems.nul(at);
      }
      if (c == '\\' && escapes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
        at += 2;
      } else {
        at++;
        return true;
      }
    }
    return false;
  }

  private Token quotedName(int start, int quote, boolean unicode) {
    at = quote;
    if (!skipQuoted('"', false)) {
      problems.unclosed(quote, "quoted name", "\"", "\"");
      at = sql.length();
      return new Token(Kind.QUOTED_NAME, start, at, sql.substring(quote + 1));
    }
    String inner = sql.substring(quote + 1, at - 1);
    if (inner.isEmpty()) {
      problems.emptyName(start);
    }
    String name = unicode ? Names.unquoteUnicode(inner) : Names.unquote(inner);
    return new Token(Kind.QUOTED_NAME, start, at, name);
  }

  private Token number() {
    int start = at;
    Numbers.Scanned number = Numbers.scan(sql, at);
    at = number.end();
    Kind kind = number.decimal() ? Kind.DECIMAL : Kind.INTEGER;
    if (at < sql.length() && isNameStart(sql.charAt(at))) {
      skipNamePart();
      problems.junkBehindNumber(start, sql.substring(start, at));
    }
    return new Token(kind, start, at, sql.substring(start, at));
  }

  private Token dollar() {
    int start = at;
    at++;
    if (at < sql.length() && isDigit(sql.charAt(at))) {
      at = Numbers.endOfDigits(sql, at);
      if (at < sql.length() && isNameStart(sql.charAt(at))) {
        skipNamePart();
        problems.junkBehindNumber(start, sql.substring(start, at));
      }
      return new Token(Kind.PARAMETER, start, at, sql.substring(start, at));
    }
    while (at < sql.length() && sql.charAt(at) != '$' && isNamePart(sql.charAt(at))) {
      at++;
    }
    if (at >= sql.length() || sql.charAt(at) != '$') {
      at = start + 1;
      return new Token(Kind.SYMBOL, start, at, "$");
    }
    at++;
    String tag = sql.substring(start, at);
    int end = sql.indexOf(tag, at);
    if (end < 0) {
      problems.unclosed(start, "dollar-quoted string", tag, tag);
      at = sql.length();
    } else {
      at = end + tag.length();
    }
    return new Token(Kind.STRING, start, at, "");
  }

  private Token operator() {
    int start = at;
    boolean signAllowed = false;
    while (at < sql.length()
        && OPERATOR_CHARS.indexOf(sql.charAt(at)) >= 0
        && !sql.startsWith("--", at)
        && !sql.startsWith("/*", at)) {
      signAllowed |= CHARS_THAT_ALLOW_A_SIGN_AT_THE_END.indexOf(sql.charAt(at)) >= 0;
      at++;
    }
    while (!signAllowed && at > start + 1 && "+-".indexOf(sql.charAt(at - 1)) >= 0) {
      at--;
    }
    return new Token(Kind.SYMBOL, start, at, sql.substring(start, at));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || isDigit(c) || c == '$';
  }
}
