package dev.ngdi.migration.sql;

/** Recognizes {@code CREATE TABLE}, from the name on. */
final class PlainTable {
  private PlainTable() {}

  static boolean create(PlainReader in) {
    if (!in.ifNotExists() || !in.qualifiedName()) {
      return false;
    }
    return switch (in.peek()) {
      case "as" -> in.next() && PlainQuery.startsAt(in) && PlainQuery.read(in) && withData(in);
      case "partition" -> in.next() && partitionOf(in) && ending(in);
      case "(" -> in.next() && body(in) && inherits(in) && ending(in);
      default -> false;
    };
  }

  static boolean withData(PlainReader in) {
    return !in.take("with") || (in.skip("no") && in.take("data"));
  }

  private static boolean body(PlainReader in) {
    if (in.take(")")) {
      return true;
    }
    do {
      if (!element(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  private static boolean element(PlainReader in) {
    if (PlainConstraint.startsAt(in)) {
      return PlainConstraint.ofTable(in);
    }
    return in.take("like") ? like(in) : column(in);
  }

  private static boolean like(PlainReader in) {
    if (!in.qualifiedName()) {
      return false;
    }
    while (in.takeEither("including", "excluding")) {
      switch (in.peek()) {
        case "all",
            "comments",
            "constraints",
            "defaults",
            "generated",
            "identity",
            "indexes",
            "statistics",
            "storage" -> {
          in.next();
        }
        default -> {
          return false;
        }
      }
    }
    return true;
  }

  static boolean column(PlainReader in) {
    return in.name()
        && PlainType.read(in)
        && (!in.take("collate") || in.qualifiedName())
        && PlainConstraint.ofColumn(in);
  }

  private static boolean inherits(PlainReader in) {
    return !in.take("inherits") || (in.take("(") && in.names(true) && in.take(")"));
  }

  private static boolean partitionOf(PlainReader in) {
    return in.take("of") && in.qualifiedName() && bounds(in);
  }

  /** Which rows a partition takes. */
  static boolean bounds(PlainReader in) {
    if (in.take("default")) {
      return true;
    }
    if (!in.take("for", "values")) {
      return false;
    }
    return switch (in.peek()) {
      case "in" -> in.next() && PlainExpression.listInParentheses(in);
      case "from" ->
          in.next()
              && PlainExpression.listInParentheses(in)
              && in.take("to")
              && PlainExpression.listInParentheses(in);
      case "with" ->
          in.next()
              && in.take("(", "modulus")
              && in.integer()
              && in.take(",", "remainder")
              && in.integer()
              && in.take(")");
      default -> false;
    };
  }

  private static boolean ending(PlainReader in) {
    return (!in.take("partition") || (in.take("by") && partitionBy(in)))
        && (!in.take("using") || in.name())
        && (!in.take("with") || PlainIndex.parameters(in))
        && (!in.take("on") || (in.take("commit") && onCommit(in)))
        && (!in.take("tablespace") || in.name());
  }

  private static boolean partitionBy(PlainReader in) {
    return (in.takeEither("range", "list") || in.take("hash"))
        && PlainExpression.listInParentheses(in)
        && !in.at("(");
  }

  private static boolean onCommit(PlainReader in) {
    return in.take("drop") || (in.takeEither("preserve", "delete") && in.take("rows"));
  }
}
