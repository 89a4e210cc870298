package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word that is nearly a key word with which the statement would go on. */
final class Misspelling {
  /** How many words before the one that PostgreSQL points at can be the misspelt one. */
  private static final int WORDS_BEFORE = 2;

  private Misspelling() {}

  static Optional<SyntaxError> find(String sql, List<Token> tokens, int place) {
    int last = Math.min(place, tokens.size() - 1);
    int reached = place < tokens.size() ? tokens.get(place).start() : tokens.get(last).end();
    for (int i = last; i >= Math.max(0, last - WORDS_BEFORE); i--) {
      Token token = tokens.get(i);
      boolean keyword = Grammar.keywords().contains(token.value());
      if (token.kind() != Token.Kind.WORD || (keyword && i != place)) {
        continue;
      }
      for (String near : near(token.value(), keyword ? 1 : 2)) {
        if (SyntaxErrors.progress(replaced(tokens, i, near)) > reached) {
          return Optional.of(error(sql, tokens, place, i, near.toUpperCase(Locale.ROOT)));
        }
      }
    }
    return Optional.empty();
  }

  private static SyntaxError error(
      String sql, List<Token> tokens, int place, int misspelt, String keyword) {
    Token token = tokens.get(misspelt);
    String written = SyntaxErrors.text(sql, token);
    String at = place < tokens.size() ? SyntaxErrors.text(sql, tokens.get(place)) : "";
    String message;
    if (place >= tokens.size()) {
      message = "the statement ends too early: did you mean `%s` instead of `%s`?";
      message = message.formatted(keyword, written);
    } else if (place == misspelt) {
      message = "syntax error at `%s`: did you mean `%s`?".formatted(at, keyword);
    } else {
      message =
          "syntax error at `%s`: did you mean `%s` instead of `%s`?"
              .formatted(at, keyword, written);
    }
    String corrected =
        sql.substring(tokens.get(0).start(), token.start())
            + keyword
            + sql.substring(token.end(), tokens.get(tokens.size() - 1).end());
    return new SyntaxError(message, OneLine.of(corrected, 120));
  }

  private static List<Token> replaced(List<Token> tokens, int place, String keyword) {
    List<Token> replaced = new ArrayList<>(tokens);
    Token old = tokens.get(place);
    replaced.set(place, new Token(Token.Kind.WORD, old.start(), old.end(), keyword));
    return replaced;
  }

  private static List<String> near(String word, int most) {
    int limit = word.length() < 5 ? 1 : most;
    return Grammar.keywords().stream()
        .filter(k -> k.length() > 1 && !k.equals(word))
        .filter(k -> Math.abs(k.length() - word.length()) <= limit)
        .filter(k -> distance(k, word) <= limit)
        .sorted(Comparator.comparingInt((String k) -> distance(k, word)).thenComparing(k -> k))
        .toList();
  }

  /** Insertions, deletions, replacements and swaps of neighbours from one word to the other. */
  private static int distance(String a, String b) {
    int[][] costs = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        costs[i][j] = i == 0 || j == 0 ? i + j : cost(a, b, costs, i, j);
      }
    }
    return costs[a.length()][b.length()];
  }

  private static int cost(String a, String b, int[][] costs, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int cost = costs[i - 1][j - 1] + (same ? 0 : 1);
    cost = Math.min(cost, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}
