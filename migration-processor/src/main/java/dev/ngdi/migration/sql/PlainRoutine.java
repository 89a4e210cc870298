package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.Token.Kind;

/** Recognizes functions, procedures and triggers, and blocks. */
final class PlainRoutine {
  private PlainRoutine() {}

  /** A function or procedure, from its name on. */
  static boolean create(PlainReader in) {
    if (!in.qualifiedName() || !parameters(in) || !result(in) || in.atEnd()) {
      return false;
    }
    while (!in.atEnd()) {
      if (!attribute(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean result(PlainReader in) {
    if (!in.at("returns") || in.at("returns", "null")) {
      return true;
    }
    in.next();
    if (!in.take("table")) {
      return in.skip("setof") && PlainType.read(in);
    }
    if (!in.take("(")) {
      return false;
    }
    do {
      if (!in.name() || !PlainType.read(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  /** Parameters in parentheses, with or without names. */
  static boolean parameters(PlainReader in) {
    if (!in.take("(")) {
      return false;
    }
    if (in.take(")")) {
      return true;
    }
    do {
      if (!parameter(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  private static boolean parameter(PlainReader in) {
    if (!in.takeEither("in", "out") && !in.take("inout")) {
      in.skip("variadic");
    }
    if (namesParameter(in) && !in.functionName()) {
      return false;
    }
    return PlainType.read(in) && (!in.takeEither("default", "=") || PlainExpression.read(in));
  }

  private static boolean namesParameter(PlainReader in) {
    boolean another = in.isKind(1, Kind.WORD) || in.isKind(1, Kind.QUOTED_NAME);
    return switch (in.peek(1)) {
      case "array", "default", "precision" -> false;
      default -> another && in.atFunctionName();
    };
  }

  private static boolean attribute(PlainReader in) {
    switch (in.peek()) {
      case "as" -> {
        return in.next() && in.string() && (!in.take(",") || in.string());
      }
      case "language" -> {
        return in.next() && (in.string() || in.name());
      }
      case "immutable", "stable", "volatile", "strict", "leakproof" -> {
        return in.next();
      }
      case "called" -> {
        return in.next() && nullInput(in);
      }
      case "returns" -> {
        return in.next() && in.take("null") && nullInput(in);
      }
      case "external", "security" -> {
        in.skip("external");
        return in.take("security") && in.takeEither("invoker", "definer");
      }
      case "parallel" -> {
        return in.next() && (in.takeEither("safe", "unsafe") || in.take("restricted"));
      }
      case "cost", "rows" -> {
        return in.next() && in.signedNumber();
      }
      case "set" -> {
        return in.next() && PlainSession.assignment(in);
      }
      default -> {
        return false;
      }
    }
  }

  private static boolean nullInput(PlainReader in) {
    return in.take("on", "null") && in.take("input");
  }

  /** A trigger, from its name on. */
  static boolean createTrigger(PlainReader in) {
    return in.name()
        && (in.takeEither("before", "after") || in.take("instead", "of"))
        && events(in)
        && in.take("on")
        && in.qualifiedName()
        && PlainConstraint.deferrable(in)
        && (!in.take("referencing") || transitionTables(in))
        && (!in.take("for") || (in.skip("each") && in.takeEither("row", "statement")))
        && (!in.take("when") || PlainExpression.inParentheses(in))
        && in.take("execute")
        && in.takeEither("function", "procedure")
        && in.qualifiedFunctionName()
        && (in.take("(", ")") || PlainExpression.listInParentheses(in));
  }

  private static boolean events(PlainReader in) {
    do {
      boolean event =
          in.take("update")
              ? !in.take("of") || in.names(false)
              : in.takeEither("insert", "delete") || in.take("truncate");
      if (!event) {
        return false;
      }
    } while (in.take("or"));
    return true;
  }

  private static boolean transitionTables(PlainReader in) {
    do {
      if (!in.takeEither("old", "new") || !in.take("table") || !in.skip("as") || !in.name()) {
        return false;
      }
    } while (in.at("old") || in.at("new"));
    return true;
  }

  /** A block, behind {@code DO}. */
  static boolean block(PlainReader in) {
    if (in.take("language")) {
      return (in.string() || in.name()) && in.string();
    }
    return in.string() && (!in.take("language") || in.string() || in.name());
  }
}
