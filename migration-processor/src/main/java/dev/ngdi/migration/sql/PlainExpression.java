package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;

/**
 * Recognizes expressions: operands with operators between them. What binds tighter need not be
 * known for that.
 */
final class PlainExpression {
  private PlainExpression() {}

  static boolean read(PlainReader in) {
    return operand(in) && operators(in);
  }

  static boolean list(PlainReader in) {
    do {
      if (!read(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  static boolean inParentheses(PlainReader in) {
    return in.take("(") && read(in) && in.take(")");
  }

  static boolean listInParentheses(PlainReader in) {
    return in.take("(") && list(in) && in.take(")");
  }

  /** Without comparison and logic, as in front of the {@code AND} of {@code BETWEEN}. */
  static boolean bounded(PlainReader in) {
    do {
      sign(in);
      if (in.at("not") || !primary(in) || !casts(in)) {
        return false;
      }
    } while (arithmetic(in));
    return true;
  }

  private static boolean casts(PlainReader in) {
    while (in.take("::")) {
      if (!PlainType.read(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean arithmetic(PlainReader in) {
    return switch (in.peek()) {
      case "=", "<", ">", "<=", ">=", "<>", "!=" -> false;
      default -> operator(in);
    };
  }

  static boolean operator(PlainReader in) {
    return isOperator(in.peek()) && in.next();
  }

  private static boolean isOperator(String symbol) {
    return !symbol.isEmpty()
        && Scanner.OPERATOR_CHARS.indexOf(symbol.charAt(0)) >= 0
        && !symbol.equals("=>");
  }

  private static void sign(PlainReader in) {
    while (in.takeEither("-", "+")) {}
  }

  private static boolean operand(PlainReader in) {
    while (in.take("not") || in.takeEither("-", "+")) {}
    return primary(in);
  }

  private static boolean operators(PlainReader in) {
    while (true) {
      String operator = in.peek();
      switch (operator) {
        case "and", "or" -> {
          if (!in.next() || !operand(in)) {
            return false;
          }
        }
        case "::" -> {
          if (!in.next() || !PlainType.read(in)) {
            return false;
          }
        }
        case "collate" -> {
          if (!in.next() || !in.qualifiedName()) {
            return false;
          }
        }
        case "at" -> {
          if (!in.at("at", "time")) {
            return true;
          }
          if (!in.take("at", "time") || !in.take("zone") || !operand(in)) {
            return false;
          }
        }
        case "is" -> {
          if (!in.next() || !test(in)) {
            return false;
          }
        }
        case "isnull", "notnull" -> {
          in.next();
        }
        case "not" -> {
          if (!isMatch(in.peek(1))) {
            return true;
          }
          if (!in.next() || !match(in)) {
            return false;
          }
        }
        default -> {
          if (isMatch(operator)) {
            if (!match(in)) {
              return false;
            }
          } else if (!isOperator(operator)) {
            return true;
          } else if (!in.next() || !operand(in)) {
            return false;
          }
        }
      }
    }
  }

  /** What stands behind {@code IS}. */
  private static boolean test(PlainReader in) {
    in.skip("not");
    return switch (in.peek()) {
      case "null", "true", "false", "unknown" -> in.next();
      case "distinct" -> in.take("distinct", "from") && operand(in);
      default -> false;
    };
  }

  private static boolean isMatch(String word) {
    return switch (word) {
      case "in", "between", "like", "ilike", "similar" -> true;
      default -> false;
    };
  }

  private static boolean match(PlainReader in) {
    if (in.take("in")) {
      return in.take("(")
          && (PlainQuery.startsAt(in) ? PlainQuery.read(in) : list(in))
          && in.take(")");
    }
    if (in.take("between")) {
      return in.skip("symmetric") && bounded(in) && in.take("and") && operand(in);
    }
    if (!in.takeEither("like", "ilike") && !in.take("similar", "to")) {
      return false;
    }
    return operand(in) && (!in.take("escape") || in.string());
  }

  private static boolean primary(PlainReader in) {
    if (in.isKind(0, Kind.INTEGER) || in.isKind(0, Kind.DECIMAL) || in.isKind(0, Kind.STRING)) {
      return in.next();
    }
    if (in.at("(")) {
      return parentheses(in);
    }
    if (!in.isKind(0, Kind.WORD) || !Keywords.needsQuotes(in.peek()) || in.at("json")) {
      return named(in);
    }
    return PlainCall.keyword(in);
  }

  private static boolean parentheses(PlainReader in) {
    in.next();
    if (PlainQuery.startsAt(in)) {
      return PlainQuery.read(in) && in.take(")") && indirections(in);
    }
    if (!read(in)) {
      return false;
    }
    return in.take(",") ? list(in) && in.take(")") : in.take(")") && indirections(in);
  }

  /** What begins with a name: a column, a call, or a constant with its type. */
  private static boolean named(PlainReader in) {
    if (in.at("operator") || in.at("double")) {
      return false;
    }
    if (!in.peek(1).equals(".")) {
      return in.functionName()
          && (in.at("(") ? PlainCall.read(in) : in.string() || indirections(in));
    }
    if (in.peek(3).equals("(")) {
      return in.name() && in.next() && in.functionName() && PlainCall.read(in);
    }
    return in.name() && indirections(in);
  }

  /** Fields and subscripts behind a value, any number of them. */
  static boolean indirections(PlainReader in) {
    while (true) {
      if (in.take(".")) {
        if (in.take("*")) {
          return true;
        }
        if (!in.label()) {
          return false;
        }
      } else if (in.take("[")) {
        if (!read(in) || !in.take("]")) {
          return false;
        }
      } else {
        return true;
      }
    }
  }
}
