package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads forward over the tokens of a statement; behind the last there are endless empty ones. */
final class Cursor {
  private final String sql;
  private final List<Token> tokens;
  private final Token end;
  private int at;

  Cursor(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
    int offset = tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    this.end = new Token(Token.Kind.END, offset, offset, "");
  }

  /** Over a piece of SQL of its own. */
  static Cursor over(String sql) {
    Problems ignored = new Problems(new LineMap(sql));
    return new Cursor(sql, new Splitter(new Scanner(sql, ignored), ignored).next());
  }

  /** Over a text with all of its semicolons. */
  static Cursor overAll(String sql) {
    Scanner scanner = new Scanner(sql, new Problems(new LineMap(sql)));
    List<Token> tokens = new ArrayList<>();
    for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
      tokens.add(token);
    }
    return new Cursor(sql, tokens);
  }

  Token peek() {
    return peek(0);
  }

  /** So many tokens further on, or back where it is negative. */
  Token peek(int ahead) {
    int index = at + ahead;
    return index >= 0 && index < tokens.size() ? tokens.get(index) : end;
  }

  Token take() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size());
    return token;
  }

  /** The token before this place; the first one at the beginning. */
  Token previous() {
    return at == 0 ? peek() : tokens.get(at - 1);
  }

  /** A token as written. */
  String text(Token token) {
    return sql.substring(token.start(), token.end());
  }

  boolean atEnd() {
    return at >= tokens.size();
  }

  /** Whether these words follow, each unquoted. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).isWord(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean atSymbol(String symbol) {
    return peek().isSymbol(symbol);
  }

  /** Goes behind these words if they follow. */
  boolean skip(String... words) {
    boolean found = at(words);
    if (found) {
      at += words.length;
    }
    return found;
  }

  boolean skipAny(String... words) {
    for (String word : words) {
      if (skip(word)) {
        return true;
      }
    }
    return false;
  }

  /** Goes behind any number of these words, in any order. */
  void skipAll(String... words) {
    boolean found;
    do {
      found = skipAny(words);
    } while (found);
  }

  boolean skipSymbol(String symbol) {
    boolean found = atSymbol(symbol);
    if (found) {
      at++;
    }
    return found;
  }

  String name() {
    return take().value();
  }

  /** A name with its schema, if it has one; the database before that is left out. */
  QualifiedName qualifiedName() {
    List<String> parts = new ArrayList<>(List.of(name()));
    while (atSymbol(".") && peek(1).isName()) {
      take();
      parts.add(name());
    }
    return qualified(parts);
  }

  /** The table of a column's name, which is its last part. */
  QualifiedName tableOfColumnName() {
    List<String> parts = new ArrayList<>(List.of(name()));
    while (skipSymbol(".")) {
      parts.add(name());
    }
    return qualified(parts.subList(0, Math.max(1, parts.size() - 1)));
  }

  private static QualifiedName qualified(List<String> parts) {
    int last = parts.size() - 1;
    Optional<String> schema = last > 0 ? Optional.of(parts.get(last - 1)) : Optional.empty();
    return new QualifiedName(schema, parts.get(last));
  }

  /** Goes behind the parenthesis that closes the one that follows; nothing if none follows. */
  void skipParentheses() {
    if (atSymbol("(")) {
      nested();
    }
  }

  /** What stands between the parentheses that follow. */
  Cursor nested() {
    take();
    int from = at;
    int depth = 1;
    while (!atEnd()) {
      depth += Parentheses.change(take());
      if (depth == 0) {
        return new Cursor(sql, tokens.subList(from, at - 1));
      }
    }
    return new Cursor(sql, tokens.subList(from, at));
  }

  /** The rest, cut at the commas that are in no parentheses or brackets. */
  List<Cursor> splitAtCommas() {
    List<Cursor> parts = new ArrayList<>();
    int from = at;
    int depth = 0;
    while (!atEnd()) {
      Token token = take();
      depth += Parentheses.change(token);
      if (depth == 0 && token.isSymbol(",")) {
        parts.add(new Cursor(sql, tokens.subList(from, at - 1)));
        from = at;
      }
    }
    parts.add(new Cursor(sql, tokens.subList(from, at)));
    return parts;
  }

  /** Goes before the next of these words that is in no parentheses; whether there is one. */
  boolean seek(String... words) {
    int depth = 0;
    while (!atEnd()) {
      for (String word : words) {
        if (depth == 0 && peek().isWord(word)) {
          return true;
        }
      }
      depth += Parentheses.change(take());
    }
    return false;
  }

  /** The text from here to the end, as written. */
  String rest() {
    return atEnd() ? "" : sql.substring(peek().start(), end.end());
  }

  /** How many tokens are behind. */
  int index() {
    return at;
  }

  /** Goes behind the last token. */
  void toEnd() {
    at = tokens.size();
  }

  /** Goes back to an earlier place. */
  void back(int index) {
    at = Math.min(index, at);
  }

  /** The tokens from an earlier place up to here. */
  Cursor since(int index) {
    return new Cursor(sql, tokens.subList(Math.min(index, at), at));
  }

  /** All but so many tokens at the end. */
  Cursor withoutLast(int count) {
    return new Cursor(sql, tokens.subList(at, Math.max(at, tokens.size() - count)));
  }

  /** A second reader from the same place on. */
  Cursor copy() {
    Cursor copy = new Cursor(sql, tokens);
    copy.at = at;
    return copy;
  }
}
