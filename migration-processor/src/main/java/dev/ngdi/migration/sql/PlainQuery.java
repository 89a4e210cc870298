package dev.ngdi.migration.sql;

/** Recognizes queries. */
final class PlainQuery {
  private PlainQuery() {}

  static boolean startsAt(PlainReader in) {
    return startsAt(in, 0);
  }

  static boolean startsAt(PlainReader in, int ahead) {
    return switch (in.peek(ahead)) {
      case "select", "values", "with" -> true;
      default -> false;
    };
  }

  static boolean read(PlainReader in) {
    return with(in) && combined(in);
  }

  /** A query whose {@code WITH} is read. */
  static boolean combined(PlainReader in) {
    do {
      if (!single(in)) {
        return false;
      }
    } while (combines(in));
    return ending(in);
  }

  private static boolean combines(PlainReader in) {
    if (!in.takeEither("union", "except") && !in.take("intersect")) {
      return false;
    }
    in.takeEither("all", "distinct");
    return true;
  }

  private static boolean single(PlainReader in) {
    return switch (in.peek()) {
      case "(" -> in.next() && read(in) && in.take(")");
      case "values" -> in.next() && rows(in);
      case "select" -> in.next() && select(in);
      default -> false;
    };
  }

  /** {@code WITH} and its queries, if it follows. */
  static boolean with(PlainReader in) {
    if (!in.take("with")) {
      return true;
    }
    in.skip("recursive");
    do {
      if (!withQuery(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean withQuery(PlainReader in) {
    return in.name()
        && (!in.at("(") || in.namesInParentheses())
        && in.take("as")
        && (in.take("not", "materialized") || in.skip("materialized"))
        && in.take("(")
        && PlainChange.readOrQuery(in)
        && in.take(")")
        && !in.at("search")
        && !in.at("cycle");
  }

  private static boolean rows(PlainReader in) {
    do {
      if (!in.take("(") || !values(in) || !in.take(")")) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  /** Expressions, or {@code DEFAULT} instead. */
  static boolean values(PlainReader in) {
    do {
      if (!in.take("default") && !PlainExpression.read(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean select(PlainReader in) {
    if (in.take("distinct")) {
      if (in.take("on") && !PlainExpression.listInParentheses(in)) {
        return false;
      }
    } else {
      in.skip("all");
    }
    return outputs(in)
        && (!in.take("from") || sources(in))
        && where(in)
        && (!in.take("group") || (in.take("by") && groups(in)))
        && (!in.take("having") || PlainExpression.read(in));
  }

  /** The list of what a query or {@code RETURNING} gives. */
  static boolean outputs(PlainReader in) {
    do {
      if (!in.take("*") && !output(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean output(PlainReader in) {
    if (!PlainExpression.read(in)) {
      return false;
    }
    return (!in.take("as") && !in.atBareLabel()) || in.label();
  }

  private static boolean groups(PlainReader in) {
    return !in.at("grouping") && PlainExpression.list(in);
  }

  static boolean where(PlainReader in) {
    return !in.take("where") || PlainExpression.read(in);
  }

  /** What stands behind {@code FROM}. */
  static boolean sources(PlainReader in) {
    do {
      if (!source(in) || !joins(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean joins(PlainReader in) {
    while (true) {
      switch (in.peek()) {
        case "cross" -> {
          if (!in.take("cross", "join") || !source(in)) {
            return false;
          }
        }
        case "natural" -> {
          if (!in.next() || !joinWords(in) || !source(in)) {
            return false;
          }
        }
        case "join", "inner", "left", "right", "full" -> {
          if (!joinWords(in) || !source(in) || !joinCondition(in)) {
            return false;
          }
        }
        default -> {
          return true;
        }
      }
    }
  }

  private static boolean joinWords(PlainReader in) {
    if (!in.take("inner") && (in.takeEither("left", "right") || in.take("full"))) {
      in.skip("outer");
    }
    return in.take("join");
  }

  private static boolean joinCondition(PlainReader in) {
    return in.take("on") ? PlainExpression.read(in) : in.take("using") && in.namesInParentheses();
  }

  private static boolean source(PlainReader in) {
    boolean lateral = in.take("lateral");
    if (PlainQuery.startsAt(in, 1) && in.at("(")) {
      return PlainCall.query(in) && alias(in, true);
    }
    if (!lateral && in.take("(")) {
      return source(in) && joins(in) && in.take(")") && alias(in, false);
    }
    if (lateral || in.peek(1).equals("(") || (in.peek(3).equals("(") && in.peek(1).equals("."))) {
      return in.qualifiedFunctionName()
          && PlainCall.arguments(in)
          && !in.at("over")
          && !in.at("filter")
          && !in.at("within")
          && (!in.take("with") || in.take("ordinality"))
          && alias(in, false);
    }
    return in.skip("only") && in.qualifiedName() && alias(in, false);
  }

  private static boolean alias(PlainReader in, boolean needed) {
    if (!in.take("as") && !needed && !in.atFunctionName()) {
      return true;
    }
    return in.name() && (!in.at("(") || in.namesInParentheses());
  }

  /** {@code ORDER BY} and what it sorts by, if it follows. */
  static boolean orderBy(PlainReader in) {
    if (!in.take("order")) {
      return true;
    }
    if (!in.take("by")) {
      return false;
    }
    do {
      if (!PlainExpression.read(in) || !direction(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  /** The direction of a sort, where one is written. */
  static boolean direction(PlainReader in) {
    in.takeEither("asc", "desc");
    return !in.take("nulls") || in.takeEither("first", "last");
  }

  private static boolean ending(PlainReader in) {
    while (true) {
      switch (in.peek()) {
        case "order" -> {
          if (!orderBy(in)) {
            return false;
          }
        }
        case "limit" -> {
          if (!in.next() || !(in.take("all") || PlainExpression.read(in))) {
            return false;
          }
        }
        case "offset" -> {
          if (!in.next() || !PlainExpression.read(in) || !in.skip("rows")) {
            return false;
          }
        }
        case "for" -> {
          if (!in.next() || !lock(in)) {
            return false;
          }
        }
        default -> {
          return true;
        }
      }
    }
  }

  private static boolean lock(PlainReader in) {
    return in.takeEither("update", "share")
        && (!in.take("of") || in.names(true))
        && (in.take("nowait") || !in.take("skip") || in.take("locked"));
  }
}
