package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;

/** Recognizes calls, and the expressions that begin with a key word. */
final class PlainCall {
  private PlainCall() {}

  /** What stands behind the name of a function in an expression. */
  static boolean read(PlainReader in) {
    return arguments(in) && withinGroup(in) && filter(in) && over(in);
  }

  static boolean arguments(PlainReader in) {
    if (!in.take("(")) {
      return false;
    }
    if (in.take(")") || in.take("*", ")")) {
      return true;
    }
    if (!in.take("distinct")) {
      in.skip("all");
    }
    do {
      if (!argument(in)) {
        return false;
      }
    } while (in.take(","));
    return PlainQuery.orderBy(in) && in.take(")");
  }

  private static boolean argument(PlainReader in) {
    in.skip("variadic");
    if ((in.peek(1).equals("=>") || in.peek(1).equals(":=")) && !(in.name() && in.next())) {
      return false;
    }
    return PlainExpression.read(in);
  }

  private static boolean withinGroup(PlainReader in) {
    return !in.take("within")
        || (in.take("group", "(") && in.at("order") && PlainQuery.orderBy(in) && in.take(")"));
  }

  private static boolean filter(PlainReader in) {
    return !in.take("filter")
        || (in.take("(", "where") && PlainExpression.read(in) && in.take(")"));
  }

  private static boolean over(PlainReader in) {
    if (!in.take("over")) {
      return true;
    }
    if (!in.take("(")) {
      return in.name();
    }
    return (!in.take("partition") || (in.take("by") && PlainExpression.list(in)))
        && PlainQuery.orderBy(in)
        && in.take(")");
  }

  /** What begins with a key word that cannot be the name of a function. */
  static boolean keyword(PlainReader in) {
    String word = in.peek();
    return switch (word) {
      case "null",
          "true",
          "false",
          "current_catalog",
          "current_date",
          "current_role",
          "current_user",
          "session_user",
          "user" ->
          in.next();
      case "current_time", "current_timestamp", "localtime", "localtimestamp" ->
          in.next() && PlainType.length(in);
      case "current_schema", "left", "right" ->
          in.peek(1).equals("(") ? in.label() && read(in) : in.take("current_schema");
      case "case" -> in.next() && caseBranches(in);
      case "cast" ->
          in.next()
              && in.take("(")
              && PlainExpression.read(in)
              && in.take("as")
              && PlainType.read(in)
              && in.take(")");
      case "exists" -> in.next() && query(in);
      case "array" -> in.next() && (in.at("[") ? elements(in) : query(in));
      case "any", "all", "some" -> in.next() && queryOrExpression(in);
      case "coalesce", "greatest", "least", "nullif" ->
          in.next() && PlainExpression.listInParentheses(in);
      case "row" -> in.next() && (in.take("(", ")") || PlainExpression.listInParentheses(in));
      case "extract", "position", "substring", "trim" ->
          in.peek(1).equals("(") ? in.nextTwo() && text(word, in) : column(in);
      default ->
          (in.isKind(1, Kind.STRING) || in.peek(1).equals("with")) ? constant(in) : column(in);
    };
  }

  /** A constant that begins with its type, such as {@code timestamp '2030-01-01'}. */
  private static boolean constant(PlainReader in) {
    if (in.at("time") || in.at("timestamp")) {
      return PlainType.read(in) && in.string();
    }
    return switch (in.peek()) {
      case "bigint", "boolean", "integer", "numeric" -> in.next() && in.string();
      case "interval" -> in.next() && in.string() && !PlainType.atIntervalField(in);
      default -> false;
    };
  }

  /** A column with one of the key words that people give columns. */
  private static boolean column(PlainReader in) {
    if (in.peek(1).equals("(") || in.isKind(1, Kind.STRING)) {
      return false;
    }
    return switch (in.peek()) {
      case "position", "precision", "time", "timestamp" ->
          in.name() && PlainExpression.indirections(in);
      default -> false;
    };
  }

  private static boolean caseBranches(PlainReader in) {
    if (!in.at("when") && !PlainExpression.read(in)) {
      return false;
    }
    do {
      if (!in.take("when")
          || !PlainExpression.read(in)
          || !in.take("then")
          || !PlainExpression.read(in)) {
        return false;
      }
    } while (in.at("when"));
    return (!in.take("else") || PlainExpression.read(in)) && in.take("end");
  }

  private static boolean elements(PlainReader in) {
    in.next();
    if (in.take("]")) {
      return true;
    }
    do {
      if (!(in.at("[") ? elements(in) : PlainExpression.read(in))) {
        return false;
      }
    } while (in.take(","));
    return in.take("]");
  }

  static boolean query(PlainReader in) {
    return in.take("(") && PlainQuery.startsAt(in) && PlainQuery.read(in) && in.take(")");
  }

  private static boolean queryOrExpression(PlainReader in) {
    return PlainQuery.startsAt(in, 1) ? query(in) : PlainExpression.inParentheses(in);
  }

  /** The arguments of a function that has words between them. */
  private static boolean text(String function, PlainReader in) {
    boolean read =
        switch (function) {
          case "extract" ->
              (in.string() || in.name()) && in.take("from") && PlainExpression.read(in);
          case "position" ->
              PlainExpression.bounded(in) && in.take("in") && PlainExpression.read(in);
          case "substring" -> PlainExpression.list(in) && part(in, "from") && part(in, "for");
          default -> trimmed(in);
        };
    return read && in.take(")");
  }

  private static boolean part(PlainReader in, String word) {
    return !in.take(word) || PlainExpression.read(in);
  }

  private static boolean trimmed(PlainReader in) {
    boolean side = in.takeEither("leading", "trailing") || in.take("both");
    if (side && in.take("from")) {
      return PlainExpression.read(in);
    }
    return PlainExpression.read(in) && part(in, in.at("from") ? "from" : ",");
  }
}
