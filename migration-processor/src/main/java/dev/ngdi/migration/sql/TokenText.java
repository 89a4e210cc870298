package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL as its tokens, so that two pieces can be compared whatever their white space,
 * comments and the case of their words: words and names in the form of the catalogue, all else as
 * written.
 *
 * @param tokens the tokens in order
 */
public record TokenText(List<String> tokens) {
  public TokenText {
    tokens = List.copyOf(tokens);
  }

  /** Reads a piece of SQL; what is wrong with it is not told. */
  public static TokenText of(String sql) {
    List<String> tokens = new ArrayList<>();
    Scanner scanner = new Scanner(sql, new Problems(new LineMap(sql)));
    for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
      tokens.add(text(sql, token));
    }
    return new TokenText(tokens);
  }

  private static String text(String sql, Token token) {
    if (token.kind() == Token.Kind.WORD) {
      return token.value();
    }
    return token.kind() == Token.Kind.QUOTED_NAME
        ? Identifiers.quote(token.value())
        : sql.substring(token.start(), token.end());
  }

  /** The tokens that are in no parentheses. */
  public List<String> outermost() {
    List<String> outermost = new ArrayList<>();
    int depth = 0;
    for (String token : tokens) {
      depth += token.equals("(") ? 1 : 0;
      if (depth == 0) {
        outermost.add(token);
      }
      depth -= token.equals(")") ? 1 : 0;
    }
    return outermost;
  }
}
