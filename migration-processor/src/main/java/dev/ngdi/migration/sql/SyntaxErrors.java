package dev.ngdi.migration.sql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Finds the words for what is wrong with a statement. */
final class SyntaxErrors {
  /** Above it, trying what would have been right takes too long. */
  private static final int MAX_TOKENS_FOR_TRIALS = 3000;

  private SyntaxErrors() {}

  static SyntaxError word(String sql, List<Token> tokens, int offset) {
    int place = place(tokens, offset);
    Optional<SyntaxError> known = CommonMistakes.find(sql, tokens, place);
    if (known.isPresent()) {
      return known.get();
    }
    boolean mayTry = tokens.size() <= MAX_TOKENS_FOR_TRIALS;
    if (mayTry) {
      Optional<SyntaxError> misspelt = Misspelling.find(sql, tokens, place);
      if (misspelt.isPresent()) {
        return misspelt.get();
      }
    }
    String expected = mayTry ? Expectation.at(tokens, place) : "";
    String suffix = expected.isEmpty() ? "" : ": expected " + expected;
    return place < tokens.size()
        ? new SyntaxError("syntax error at `" + text(sql, tokens.get(place)) + "`" + suffix, "")
        : new SyntaxError(
            "the statement ends too early, after `" + lastWords(sql, tokens) + "`" + suffix, "");
  }

  /** Where the grammar stops to accept these tokens, as far as a trial can tell. */
  static int progress(List<Token> tokens) {
    return SyntaxCheck.firstError(tokens, new HashSet<>()).orElse(Integer.MAX_VALUE);
  }

  /** A token as written, cut where it is long. */
  static String text(String sql, Token token) {
    return OneLine.of(sql.substring(token.start(), token.end()), 40);
  }

  private static int place(List<Token> tokens, int offset) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).start() >= offset) {
        return i;
      }
    }
    return tokens.size();
  }

  private static String lastWords(String sql, List<Token> tokens) {
    int from = Math.max(0, tokens.size() - 3);
    int end = tokens.get(tokens.size() - 1).end();
    String words = OneLine.of(sql.substring(tokens.get(from).start(), end));
    return words.length() <= 60 ? words : "…" + words.substring(words.length() - 59);
  }
}
