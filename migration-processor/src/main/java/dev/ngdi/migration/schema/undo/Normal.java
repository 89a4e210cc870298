package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.sql.TokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An expression in the form that PostgreSQL itself would print, as far as that is easy. */
final class Normal {
  private static final Set<String> OWN_SCHEMAS = Set.of("public", "pg_catalog");

  private Normal() {}

  /** The tokens of an expression. */
  static List<String> tokens(String sql) {
    List<String> tokens = new ArrayList<>(TokenText.of(sql).tokens());
    while (isInParentheses(tokens)) {
      tokens = tokens.subList(1, tokens.size() - 1);
    }
    return constants(nullTests(unqualified(tokens)));
  }

  /** The same without the types that follow {@code ::}. */
  static List<String> withoutCasts(List<String> tokens) {
    List<String> left = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      if (tokens.get(i).equals("::")) {
        i = behindType(tokens, i + 1);
      } else {
        left.add(tokens.get(i));
        i++;
      }
    }
    return left;
  }

  private static boolean isInParentheses(List<String> tokens) {
    int last = tokens.size() - 1;
    if (last < 1 || !tokens.get(0).equals("(") || !tokens.get(last).equals(")")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < last; i++) {
      depth += tokens.get(i).equals("(") ? 1 : tokens.get(i).equals(")") ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }

  private static List<String> unqualified(List<String> tokens) {
    List<String> unqualified = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      boolean qualifier = OWN_SCHEMAS.contains(tokens.get(i)) && is(tokens, i + 1, ".");
      if (qualifier) {
        i += 2;
      } else {
        unqualified.add(tokens.get(i));
        i++;
      }
    }
    return unqualified;
  }

  private static List<String> nullTests(List<String> tokens) {
    List<String> tests = new ArrayList<>();
    for (String token : tokens) {
      switch (token) {
        case "isnull" -> tests.addAll(List.of("is", "null"));
        case "notnull" -> tests.addAll(List.of("is", "not", "null"));
        default -> tests.add(token);
      }
    }
    return tests;
  }

  /** A constant takes the type that it needs; it is written there or not. */
  private static List<String> constants(List<String> tokens) {
    List<String> constants = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      String token = tokens.get(i);
      boolean named = token.equals("interval") && isString(tokens, i + 1);
      if (named) {
        constants.add(Intervals.normal(tokens.get(i + 1)));
        i += 2;
      } else if (isString(tokens, i) && is(tokens, i + 1, "::")) {
        boolean interval = is(tokens, i + 2, "interval");
        constants.add(interval ? Intervals.normal(token) : token);
        i = behindType(tokens, i + 2);
      } else {
        constants.add(token);
        i++;
      }
    }
    return constants;
  }

  private static int behindType(List<String> tokens, int start) {
    int i = start + 1;
    while (is(tokens, i, ".")) {
      i += 2;
    }
    while (is(tokens, i, "varying") || is(tokens, i, "precision")) {
      i++;
    }
    if (is(tokens, i, "(")) {
      int close = tokens.subList(i, tokens.size()).indexOf(")");
      i = close < 0 ? tokens.size() : i + close + 1;
    }
    if ((is(tokens, i, "with") || is(tokens, i, "without")) && is(tokens, i + 1, "time")) {
      i += 3;
    }
    while (is(tokens, i, "[") && is(tokens, i + 1, "]")) {
      i += 2;
    }
    return Math.min(i, tokens.size());
  }

  private static boolean is(List<String> tokens, int i, String token) {
    return i < tokens.size() && tokens.get(i).equals(token);
  }

  private static boolean isString(List<String> tokens, int i) {
    return i < tokens.size() && tokens.get(i).startsWith("'");
  }
}
