package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Mistakes that many make, with what they should have written. */
final class CommonMistakes {
  private static final Set<String> STATEMENT_STARTS =
      Set.of(
          "create",
          "alter",
          "drop",
          "insert",
          "update",
          "delete",
          "truncate",
          "grant",
          "revoke",
          "comment",
          "select",
          "with",
          "do",
          "call",
          "set",
          "refresh",
          "copy",
          "merge");
  private static final Set<String> ENDS_OF_LISTS =
      Set.of("from", "where", "values", "on", "group", "order", "returning");
  private static final Set<String> MYSQL_TABLE_OPTIONS =
      Set.of("engine", "charset", "row_format", "collate", "auto_increment");

  private CommonMistakes() {}

  static Optional<SyntaxError> find(String sql, List<Token> tokens, int place) {
    if (place == 0 || place >= tokens.size()) {
      return place == 0 ? Optional.empty() : missingParenthesis(tokens);
    }
    Token token = tokens.get(place);
    Token before = tokens.get(place - 1);
    String written = SyntaxErrors.text(sql, token);
    if (before.isSymbol(",") && (token.isSymbol(")") || ENDS_OF_LISTS.contains(token.value()))) {
      return error(
          "a comma stands before `%s` with nothing between them".formatted(written),
          "remove the comma");
    }
    if (token.value().startsWith("`") || before.value().startsWith("`")) {
      return error(
          "syntax error at a backtick: names are quoted with double quotes",
          "write `\"name\"`, or `name` where it is lower case and no reserved word");
    }
    if (token.kind() != Token.Kind.WORD) {
      return token.isSymbol(")") ? surplusParenthesis(tokens, place) : Optional.empty();
    }
    if (STATEMENT_STARTS.contains(token.value()) && isFirstInLine(sql, token)) {
      return error(
          "a semicolon is missing before `%s`".formatted(written),
          "end the statement before it with `;`");
    }
    return wordMistake(sql, tokens, place, written);
  }

  private static Optional<SyntaxError> wordMistake(
      String sql, List<Token> tokens, int place, String written) {
    Token token = tokens.get(place);
    Optional<SyntaxError> existence = existenceBehindName(sql, tokens, place);
    if (existence.isPresent()) {
      return existence;
    }
    if (token.value().equals("auto_increment") || token.value().equals("autoincrement")) {
      return error(
          "PostgreSQL has no `%s`".formatted(written), "bigint GENERATED ALWAYS AS IDENTITY");
    }
    if (token.value().equals("unsigned")) {
      return error("PostgreSQL has no unsigned numbers", "a `CHECK` such as `CHECK (n >= 0)`");
    }
    if (MYSQL_TABLE_OPTIONS.contains(token.value()) && tokens.get(0).isWord("create")) {
      boolean option = place + 1 < tokens.size() && tokens.get(place + 1).isSymbol("=");
      if (option) {
        return error("PostgreSQL has no table option `%s`".formatted(written), "leave it out");
      }
    }
    return reservedWord(tokens, place, written);
  }

  /** {@code ADD COLUMN a IF NOT EXISTS}; the grammar may take the first words for a type. */
  private static Optional<SyntaxError> existenceBehindName(
      String sql, List<Token> tokens, int place) {
    for (int i = Math.max(1, place - 2); i <= place; i++) {
      Cursor rest = new Cursor(sql, tokens.subList(i, tokens.size()));
      boolean notExists = rest.at("if", "not", "exists");
      Token name = tokens.get(i - 1);
      if (name.isName() && (notExists || rest.at("if", "exists"))) {
        String words = notExists ? "IF NOT EXISTS" : "IF EXISTS";
        return error(
            "`%s` stands before the name, not behind it".formatted(words),
            "%s %s".formatted(words, sql.substring(name.start(), name.end())));
      }
    }
    return Optional.empty();
  }

  private static Optional<SyntaxError> reservedWord(List<Token> tokens, int place, String written) {
    Token token = tokens.get(place);
    if (!Keywords.isReserved(token.value())) {
      return Optional.empty();
    }
    List<Token> quoted = new ArrayList<>(tokens);
    quoted.set(place, new Token(Token.Kind.QUOTED_NAME, token.start(), token.end(), token.value()));
    if (SyntaxErrors.progress(quoted) != Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return error(
        "`%s` is a reserved word, which is a name only in double quotes"
            .formatted(written.toUpperCase(Locale.ROOT)),
        "another name, or `\"%s\"`".formatted(token.value()));
  }

  private static Optional<SyntaxError> missingParenthesis(List<Token> tokens) {
    int open = tokens.stream().mapToInt(Parentheses::change).sum();
    return open > 0 && !tokens.get(tokens.size() - 1).isSymbol(",")
        ? error("the statement ends before a parenthesis is closed", "close it with `)`")
        : Optional.empty();
  }

  private static Optional<SyntaxError> surplusParenthesis(List<Token> tokens, int place) {
    int open = tokens.subList(0, place + 1).stream().mapToInt(Parentheses::change).sum();
    return open < 0
        ? error("a `)` closes no parenthesis", "remove it, or open one with `(`")
        : Optional.empty();
  }

  private static boolean isFirstInLine(String sql, Token token) {
    int lineStart = sql.lastIndexOf('\n', token.start() - 1) + 1;
    return lineStart > 0 && sql.substring(lineStart, token.start()).isBlank();
  }

  private static Optional<SyntaxError> error(String message, String instead) {
    return Optional.of(new SyntaxError(message, instead));
  }
}
