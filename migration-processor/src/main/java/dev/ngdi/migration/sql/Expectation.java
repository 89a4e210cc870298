package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What could have stood at a place: found by trying. */
final class Expectation {
  private static final int MOST_NAMED = 4;
  private static final List<String> SYMBOLS = List.of(",", ")", "(", "]", "=");
  private static final List<String> WORDS =
      List.of(
          "from",
          "to",
          "on",
          "as",
          "set",
          "values",
          "by",
          "into",
          "table",
          "column",
          "key",
          "using",
          "then",
          "end",
          "for",
          "function",
          "procedure",
          "execute",
          "language",
          "type",
          "add",
          "returns");

  private Expectation() {}

  /** A list in words such as {@code `,` or `)`}; empty if nothing is known or too much. */
  static String at(List<Token> tokens, int place) {
    List<Token> before = tokens.subList(0, place);
    if (before.isEmpty()) {
      return "a statement";
    }
    int offset = before.get(place - 1).end();
    List<String> expected = new ArrayList<>();
    if (place < tokens.size() && SyntaxErrors.progress(before) > offset) {
      expected.add("the end of the statement");
    }
    for (String symbol : SYMBOLS) {
      boolean operator = symbol.equals("=") && !expected.isEmpty();
      if (!operator && fits(before, new Token(Kind.SYMBOL, offset, offset + 1, symbol))) {
        expected.add("`" + symbol + "`");
      }
    }
    boolean name = fits(before, new Token(Kind.QUOTED_NAME, offset, offset + 1, "x"));
    boolean number = fits(before, new Token(Kind.INTEGER, offset, offset + 1, "1"));
    if (name && number) {
      expected.remove("`(`");
    }
    if (name || number) {
      expected.add(name && number ? "an expression" : name ? "a name" : "a number");
    }
    if (!number && fits(before, new Token(Kind.STRING, offset, offset + 1, ""))) {
      expected.add("a string");
    }
    boolean query = before.get(0).isWord("select");
    for (String word : query ? List.of("from") : WORDS) {
      if (expected.size() < MOST_NAMED
          && fits(before, new Token(Kind.WORD, offset, offset, word))) {
        boolean updates = word.equals("set") && before.get(0).isWord("update");
        if (updates || !name || Keywords.isReserved(word)) {
          expected.add("`" + word.toUpperCase(Locale.ROOT) + "`");
        }
      }
    }
    return expected.size() > MOST_NAMED ? "" : inWords(expected);
  }

  private static boolean fits(List<Token> before, Token candidate) {
    List<Token> tokens = new ArrayList<>(before);
    int offset = candidate.start();
    tokens.add(new Token(candidate.kind(), offset, offset + 1, candidate.value()));
    return SyntaxErrors.progress(tokens) > offset;
  }

  private static String inWords(List<String> expected) {
    if (expected.size() < 2) {
      return String.join("", expected);
    }
    int last = expected.size() - 1;
    return String.join(", ", expected.subList(0, last)) + " or " + expected.get(last);
  }
}
