package dev.ngdi.migration.sql;

import java.util.List;

/** Matching parentheses and brackets. */
final class Parentheses {
  private Parentheses() {}

  /** How much deeper it is behind a token: 1, 0 or −1. */
  static int change(Token token) {
    if (token.isSymbol("(") || token.isSymbol("[")) {
      return 1;
    }
    return token.isSymbol(")") || token.isSymbol("]") ? -1 : 0;
  }

  /** How many tokens there are from an opening one to the one that closes it, or to the end. */
  static int length(List<Token> tokens, int opening) {
    int depth = 0;
    for (int i = opening; i < tokens.size(); i++) {
      depth += change(tokens.get(i));
      if (depth == 0) {
        return i - opening + 1;
      }
    }
    return tokens.size() - opening;
  }

  static int deepest(List<Token> tokens) {
    int depth = 0;
    int deepest = 0;
    for (Token token : tokens) {
      depth += change(token);
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }
}
