package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces a run of tokens by another that means the same to the grammar.
 *
 * <p>A pattern is words and symbols with spaces between them: {@code a|b} is either word, {@code
 * <name>}, {@code <word>}, {@code <string>} and {@code <int>} are any of their kind, {@code
 * <parens>} is everything in parentheses, {@code <names>} is a list of names in parentheses, and
 * {@code !x} says what does not follow. In the replacement {@code $2} is what the second part of
 * the pattern found; all else is new.
 */
final class Rewrite {
  private final String[] pattern;
  private final String[] replacement;

  Rewrite(String pattern, String replacement) {
    this.pattern = pattern.split(" ", -1);
    this.replacement = replacement.isEmpty() ? new String[0] : replacement.split(" ", -1);
  }

  /** What it makes of the tokens at a place, and how many of them that uses. */
  record Replaced(List<Token> tokens, int used) {}

  Optional<Replaced> at(List<Token> tokens, int place) {
    List<List<Token>> found = new ArrayList<>();
    int at = place;
    for (String part : pattern) {
      int length = matched(part, tokens, at);
      if (length < 0) {
        return Optional.empty();
      }
      found.add(tokens.subList(at, at + length));
      at += length;
    }
    int start = tokens.get(place).start();
    List<Token> result = new ArrayList<>();
    for (String part : replacement) {
      if (part.startsWith("$")) {
        result.addAll(found.get(Integer.parseInt(part.substring(1)) - 1));
      } else {
        result.add(create(part, start));
      }
    }
    return Optional.of(new Replaced(result, at - place));
  }

  /** How many tokens a part of the pattern covers, or −1 if it does not fit. */
  private static int matched(String part, List<Token> tokens, int at) {
    if (part.startsWith("!")) {
      return at < tokens.size() && fits(part.substring(1), tokens.get(at)) ? -1 : 0;
    }
    if (at >= tokens.size()) {
      return -1;
    }
    if (part.equals("<parens>")) {
      return tokens.get(at).isSymbol("(") ? Parentheses.length(tokens, at) : -1;
    }
    if (part.equals("<names>")) {
      return isListOfNames(tokens, at) ? Parentheses.length(tokens, at) : -1;
    }
    return fits(part, tokens.get(at)) ? 1 : -1;
  }

  private static boolean isListOfNames(List<Token> tokens, int at) {
    return at + 2 < tokens.size()
        && tokens.get(at).isSymbol("(")
        && tokens.get(at + 1).isName()
        && (tokens.get(at + 2).isSymbol(",") || tokens.get(at + 2).isSymbol(")"));
  }

  private static boolean fits(String part, Token token) {
    return switch (part) {
      case "<name>" -> token.isName();
      case "<word>" -> token.kind() == Kind.WORD;
      case "<string>" -> token.isString();
      case "<int>" -> token.kind() == Kind.INTEGER;
      default ->
          token.kind() != Kind.QUOTED_NAME
              && List.of(part.split("\\|", -1)).contains(token.value());
    };
  }

  private static Token create(String text, int start) {
    if (text.equals("''")) {
      return new Token(Kind.STRING, start, start, text);
    }
    boolean word = Character.isLetter(text.charAt(0));
    return new Token(word ? Kind.WORD : Kind.SYMBOL, start, start, text);
  }
}
