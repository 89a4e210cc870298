package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements, one at a time so that only one of them is held as tokens. */
final class Splitter {
  private final Scanner scanner;
  private final Problems problems;
  private boolean atEnd;

  Splitter(Scanner scanner, Problems problems) {
    this.scanner = scanner;
    this.problems = problems;
  }

  /** The tokens of the next statement without its semicolon; empty behind the last. */
  List<Token> next() {
    while (!atEnd) {
      List<Token> statement = read();
      if (!statement.isEmpty()) {
        return statement;
      }
    }
    return List.of();
  }

  private List<Token> read() {
    List<Token> tokens = new ArrayList<>();
    int parentheses = 0;
    int blocks = 0;
    while (true) {
      Token token = scanner.next();
      if (token.kind() == Token.Kind.END) {
        atEnd = true;
        return tokens;
      }
      if (token.isSymbol(";")
          && blocks == 0
          && (parentheses <= 0 || !allowsSemicolonInParentheses(tokens))) {
        if (copiesFromStdin(tokens)) {
          problems.copyFromStdin(tokens.get(0).start());
          scanner.skipInlineData();
        }
        return tokens;
      }
      if (token.isSymbol("(")) {
        parentheses++;
      } else if (token.isSymbol(")")) {
        parentheses--;
      } else if (opensBlock(token, tokens, blocks)) {
        blocks++;
      } else if (blocks > 0 && token.isWord("end")) {
        blocks--;
      }
      tokens.add(token);
    }
  }

  /** {@code BEGIN ATOMIC}, and inside of it {@code CASE}, which has an {@code END} too. */
  private static boolean opensBlock(Token token, List<Token> before, int blocks) {
    if (blocks > 0) {
      return token.isWord("case");
    }
    return token.isWord("atomic")
        && before.size() > 3
        && before.get(0).isWord("create")
        && before.get(before.size() - 1).isWord("begin");
  }

  private static boolean allowsSemicolonInParentheses(List<Token> tokens) {
    return tokens.size() > 3
        && tokens.get(0).isWord("create")
        && (tokens.get(1).isWord("rule") || tokens.get(3).isWord("rule"));
  }

  private static boolean copiesFromStdin(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).isWord("copy")) {
      return false;
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isWord("from") && tokens.get(i + 1).isWord("stdin")) {
        return true;
      }
    }
    return false;
  }
}
