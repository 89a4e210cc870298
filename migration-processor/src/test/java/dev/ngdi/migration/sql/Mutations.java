package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Statements that are nearly like others: some right, some wrong, some different. */
final class Mutations {
  private static final String[] SYMBOLS = {
    "(", ")", "[", "]", ",", ".", ";", ":", "::", ":=", "=>", "=", "<>", "!=", "<", "<=", ">", ">=",
    "+", "-", "*", "/", "%", "^", "||", "->", "->>", "@>", "&&", "~", "!~*", "<<", ">>", "#", "$",
    "..", "?"
  };

  private final Random random;
  private final List<List<Token>> statements;
  private final List<Token> others = new ArrayList<>();

  Mutations(long seed, List<List<Token>> statements) {
    this.random = new Random(seed);
    this.statements = statements;
    for (String word : new TreeSet<>(Grammar.keywords())) {
      if (Character.isLetter(word.charAt(0))) {
        others.add(token(Kind.WORD, word));
      }
    }
    for (int i = 0; i < 4; i++) {
      for (String symbol : SYMBOLS) {
        others.add(token(Kind.SYMBOL, symbol));
      }
      for (String word : new String[] {"a", "public", "jsonb", "geometry", "utc"}) {
        others.add(token(Kind.WORD, word));
      }
      for (String name : new String[] {"a", "Name", "select", "on", "set", "all", "operator"}) {
        others.add(token(Kind.QUOTED_NAME, name));
      }
      others.add(token(Kind.STRING, ""));
      others.add(token(Kind.UNICODE_STRING, ""));
      others.add(token(Kind.INTEGER, "1"));
      others.add(token(Kind.DECIMAL, "1.5"));
      others.add(token(Kind.PARAMETER, "$1"));
    }
  }

  /** One of the statements with one to three changes, mostly one. */
  List<Token> next() {
    List<Token> result = new ArrayList<>(any(statements));
    int changes = Math.max(1, random.nextInt(6) - 2);
    for (int i = 0; i < changes; i++) {
      change(result);
    }
    return result;
  }

  private void change(List<Token> tokens) {
    int at = random.nextInt(tokens.size());
    List<Token> other = any(statements);
    int from = random.nextInt(other.size());
    switch (random.nextInt(10)) {
      case 0 -> {
        if (tokens.size() > 1) {
          tokens.remove(at);
        }
      }
      case 1 -> tokens.add(at, tokens.get(at));
      case 2 -> tokens.add(random.nextInt(tokens.size()), tokens.remove(at));
      case 3 -> tokens.set(at, any(others));
      case 4 -> tokens.add(at, any(others));
      case 5 -> tokens.set(at, other.get(from));
      case 6 -> {
        int end = Math.min(other.size(), from + 1 + random.nextInt(8));
        tokens.addAll(at, other.subList(from, end));
      }
      default -> exchangeParentheses(tokens, at, other, from);
    }
  }

  /** Puts what another statement has in parentheses where this one has any. */
  private static void exchangeParentheses(List<Token> tokens, int at, List<Token> other, int from) {
    int opening = opening(tokens, at);
    int otherOpening = opening(other, from);
    if (opening < 0 || otherOpening < 0) {
      return;
    }
    int length = Parentheses.length(other, otherOpening);
    List<Token> group = other.subList(otherOpening, otherOpening + length);
    tokens.subList(opening, opening + Parentheses.length(tokens, opening)).clear();
    tokens.addAll(opening, group);
  }

  private static int opening(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).isSymbol("(")) {
        return i;
      }
    }
    return -1;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Token token(Kind kind, String value) {
    return new Token(kind, 0, 1, value);
  }
}
