package dev.ngdi.migration.sql;

/** Recognizes constraints of columns and of tables, and what else follows the type of a column. */
final class PlainConstraint {
  private PlainConstraint() {}

  static boolean startsAt(PlainReader in) {
    return switch (in.peek()) {
      case "constraint", "check", "foreign", "primary", "unique" -> true;
      case "exclude" -> in.peek(1).equals("using") || in.peek(1).equals("(");
      default -> false;
    };
  }

  static boolean ofTable(PlainReader in) {
    if (in.take("constraint") && !in.name()) {
      return false;
    }
    boolean body =
        switch (in.peek()) {
          case "check" -> in.next() && check(in);
          case "foreign" ->
              in.next() && in.take("key") && in.namesInParentheses() && references(in);
          case "primary" -> in.next() && in.take("key") && key(in);
          case "unique" -> in.next() && nullsDistinct(in) && key(in);
          case "exclude" -> in.next() && exclude(in);
          case "not" -> in.take("not", "null") && in.name();
          default -> false;
        };
    return body && (in.take("not", "valid") || deferrable(in));
  }

  /** All constraints of a column. */
  static boolean ofColumn(PlainReader in) {
    while (true) {
      boolean named = in.take("constraint");
      if (named && !in.name()) {
        return false;
      }
      boolean body;
      switch (in.peek()) {
        case "not" -> {
          body = in.take("not", "null");
        }
        case "null" -> {
          body = in.next();
        }
        case "default" -> {
          body = in.next() && PlainExpression.read(in);
        }
        case "check" -> {
          body = in.next() && check(in);
        }
        case "references" -> {
          body = references(in);
        }
        case "primary" -> {
          body = in.next() && in.take("key") && indexParameters(in);
        }
        case "unique" -> {
          body = in.next() && nullsDistinct(in) && indexParameters(in);
        }
        case "generated" -> {
          body = generated(in);
        }
        default -> {
          return !named;
        }
      }
      if (!body || !deferrable(in)) {
        return false;
      }
    }
  }

  private static boolean exclude(PlainReader in) {
    if ((in.take("using") && !in.name()) || !in.take("(")) {
      return false;
    }
    do {
      if (!PlainIndex.element(in) || !in.take("with") || !PlainExpression.operator(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")") && indexParameters(in) && PlainQuery.where(in);
  }

  private static boolean check(PlainReader in) {
    return PlainExpression.inParentheses(in) && (!in.take("no") || in.take("inherit"));
  }

  private static boolean nullsDistinct(PlainReader in) {
    return !in.take("nulls") || (in.skip("not") && in.take("distinct"));
  }

  private static boolean key(PlainReader in) {
    if (in.take("using")) {
      return in.take("index") && !in.at("tablespace") && in.name();
    }
    return in.namesInParentheses() && indexParameters(in);
  }

  private static boolean indexParameters(PlainReader in) {
    return (!in.take("include") || in.namesInParentheses())
        && (!in.take("with") || PlainIndex.parameters(in));
  }

  private static boolean references(PlainReader in) {
    if (!in.take("references") || !in.qualifiedName()) {
      return false;
    }
    if (in.at("(") && !in.namesInParentheses()) {
      return false;
    }
    if (in.take("match") && !in.takeEither("full", "simple")) {
      return false;
    }
    while (in.take("on")) {
      if (!in.takeEither("delete", "update") || !action(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean action(PlainReader in) {
    if (in.take("set")) {
      return in.takeEither("null", "default") && (!in.at("(") || in.namesInParentheses());
    }
    return in.takeEither("cascade", "restrict") || in.take("no", "action");
  }

  static boolean deferrable(PlainReader in) {
    if (!in.take("deferrable")) {
      in.take("not", "deferrable");
    }
    return !in.take("initially") || in.takeEither("deferred", "immediate");
  }

  private static boolean generated(PlainReader in) {
    if (in.at("generated", "always") && in.peek(3).equals("(")) {
      return in.nextTwo()
          && in.take("as")
          && PlainExpression.inParentheses(in)
          && in.takeEither("stored", "virtual");
    }
    return identity(in);
  }

  static boolean identity(PlainReader in) {
    return in.take("generated")
        && (in.take("always") || in.take("by", "default"))
        && in.take("as", "identity")
        && (!in.take("(") || (!in.at(")") && PlainSequence.options(in) && in.take(")")));
  }
}
