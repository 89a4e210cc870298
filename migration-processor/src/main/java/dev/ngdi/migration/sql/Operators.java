package dev.ngdi.migration.sql;

/** What stands between and behind the operands of an expression. */
final class Operators {
  private Operators() {}

  /** What follows an operand. */
  enum Follower {
    /** An operator that needs another operand. */
    INFIX,
    /** An operator that needs none. */
    POSTFIX,
    /** Something that does not go on the expression. */
    NONE
  }

  /** Goes behind the operator that follows an operand. */
  static Follower skip(Cursor in) {
    Token token = in.peek();
    return switch (token.kind()) {
      case SYMBOL -> symbol(in, token.value());
      case WORD -> word(in, token.value());
      default -> Follower.NONE;
    };
  }

  private static Follower symbol(Cursor in, String symbol) {
    boolean operator =
        symbol.equals(":")
            || symbol.equals(":=")
            || Scanner.OPERATOR_CHARS.indexOf(symbol.charAt(0)) >= 0;
    if (!operator) {
      return Follower.NONE;
    }
    in.take();
    return Follower.INFIX;
  }

  private static Follower word(Cursor in, String word) {
    return switch (word) {
      case "and", "or", "like", "ilike", "in", "overlaps" -> infix(in, 1);
      case "not" -> infix(in, in.peek(1).isWord("similar") ? 3 : 2);
      case "similar" -> infix(in, 2);
      case "escape", "between" -> goesOn(in) ? infix(in, 1) : Follower.NONE;
      case "isnull", "notnull" -> postfix(in, 1);
      case "is" -> is(in);
      case "operator" -> {
        if (!in.peek(1).isSymbol("(")) {
          yield Follower.NONE;
        }
        in.take();
        in.skipParentheses();
        yield Follower.INFIX;
      }
      default -> Follower.NONE;
    };
  }

  private static Follower infix(Cursor in, int words) {
    for (int i = 0; i < words; i++) {
      in.take();
    }
    in.skipAny("symmetric", "asymmetric");
    return Follower.INFIX;
  }

  private static Follower postfix(Cursor in, int words) {
    for (int i = 0; i < words; i++) {
      in.take();
    }
    return Follower.POSTFIX;
  }

  private static Follower is(Cursor in) {
    in.take();
    in.skip("not");
    if (in.skip("distinct", "from")) {
      return Follower.INFIX;
    }
    if (in.skip("json")) {
      in.skipAny("value", "array", "object", "scalar");
      if (in.skipAny("with", "without")) {
        in.skip("unique");
        in.skip("keys");
      }
      return Follower.POSTFIX;
    }
    in.skipAny("nfc", "nfd", "nfkc", "nfkd");
    if (in.skip("of")) {
      in.skipParentheses();
      return Follower.POSTFIX;
    }
    return in.skipAny("null", "true", "false", "unknown", "document", "normalized")
        ? Follower.POSTFIX
        : Follower.NONE;
  }

  /** Whether the word here has an operand behind it, and is not the name of a result's column. */
  private static boolean goesOn(Cursor in) {
    Token next = in.peek(1);
    boolean ends =
        next.kind() == Token.Kind.END
            || next.isSymbol(",")
            || next.isSymbol(")")
            || next.isWord("from");
    return !ends;
  }
}
