package dev.ngdi.migration.sql;

import java.util.Set;

/** Reads a {@code DEFAULT} of a column or a domain, which ends where a constraint begins. */
final class DefaultReader {
  private static final Set<String> ALWAYS_BEGIN_SOMETHING_ELSE =
      Set.of(
          "check",
          "unique",
          "primary",
          "references",
          "constraint",
          "default",
          "collate",
          "deferrable",
          "initially");
  private static final Set<String> WAIT_FOR_AN_OPERAND =
      Set.of(
          "is", "not", "and", "or", "from", "like", "ilike", "similar", "to", "between", "in",
          "as");

  private DefaultReader() {}

  /** The expression behind the word {@code DEFAULT}; goes behind it. */
  static Fragment read(Cursor cursor) {
    int start = cursor.index();
    int depth = 0;
    while (!cursor.atEnd()) {
      if (depth == 0 && cursor.index() > start && isEnd(cursor)) {
        break;
      }
      Token token = cursor.peek();
      boolean keyword = !cursor.previous().isSymbol(".");
      if (keyword && token.isWord("case")) {
        depth++;
      } else if (keyword && token.isWord("end")) {
        depth--;
      } else {
        depth += Parentheses.change(token);
      }
      cursor.take();
    }
    return FragmentReader.expression(cursor.since(start));
  }

  private static boolean isEnd(Cursor cursor) {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.WORD || waitsForOperand(cursor.previous())) {
      return false;
    }
    return switch (token.value()) {
      case "not" ->
          cursor.at("not", "null")
              || cursor.at("not", "deferrable")
              || cursor.at("not", "enforced")
              || cursor.at("not", "valid");
      case "null" -> true;
      case "generated" -> cursor.at("generated", "always") || cursor.at("generated", "by");
      default -> ALWAYS_BEGIN_SOMETHING_ELSE.contains(token.value());
    };
  }

  private static boolean waitsForOperand(Token before) {
    if (before.kind() == Token.Kind.SYMBOL) {
      return !before.isSymbol(")") && !before.isSymbol("]");
    }
    return before.kind() == Token.Kind.WORD && WAIT_FOR_AN_OPERAND.contains(before.value());
  }
}
