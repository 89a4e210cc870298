package dev.ngdi.migration.sql;

import java.util.Set;

/** Queries that only compute one value: {@code SELECT} and an expression without a subquery. */
public final class PlainSelect {
  private static final Set<String> CLAUSES =
      Set.of(
          "all",
          "distinct",
          "except",
          "fetch",
          "for",
          "from",
          "group",
          "having",
          "intersect",
          "into",
          "limit",
          "offset",
          "order",
          "over",
          "union",
          "where",
          "window",
          "with");
  private static final Set<String> QUERIES = Set.of("select", "with", "values", "table");

  private PlainSelect() {}

  /**
   * Whether a query is one, as the server asks before it takes the body of a function for the call.
   * Inside of parentheses {@code FROM} and {@code FOR} are words of {@code extract}, {@code
   * substring} and the like.
   */
  public static boolean is(String sql) {
    Cursor cursor = Cursor.over(sql);
    if (!cursor.skip("select")) {
      return false;
    }
    int depth = 0;
    while (!cursor.atEnd()) {
      if (!cursor.skip("distinct", "from") && !cursor.skip("with", "time")) {
        Token token = cursor.take();
        depth += Parentheses.change(token);
        boolean query = token.isSymbol("(") && isOne(cursor.peek(), QUERIES);
        boolean more = depth == 0 && (token.isSymbol(",") || isOne(token, CLAUSES));
        if (query || more) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOne(Token token, Set<String> words) {
    return token.kind() == Token.Kind.WORD && words.contains(token.value());
  }
}
