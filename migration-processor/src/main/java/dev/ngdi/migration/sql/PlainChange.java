package dev.ngdi.migration.sql;

/** Recognizes statements that change rows. */
final class PlainChange {
  private PlainChange() {}

  /** A query or a change of rows, each with or without {@code WITH}. */
  static boolean readOrQuery(PlainReader in) {
    if (!PlainQuery.with(in)) {
      return false;
    }
    return switch (in.peek()) {
      case "insert" -> in.next() && insert(in);
      case "update" -> in.next() && update(in);
      case "delete" -> in.next() && delete(in);
      default -> PlainQuery.combined(in);
    };
  }

  private static boolean insert(PlainReader in) {
    return in.take("into")
        && in.qualifiedName()
        && (!in.take("as") || in.name())
        && (!in.at("(") || PlainQuery.startsAt(in, 1) || in.namesInParentheses())
        && (!in.take("overriding") || (in.takeEither("system", "user") && in.take("value")))
        && (in.take("default", "values") || PlainQuery.read(in))
        && (!in.take("on") || (in.take("conflict") && conflict(in)))
        && returning(in);
  }

  private static boolean conflict(PlainReader in) {
    boolean target =
        in.at("(")
            ? PlainIndex.elements(in) && PlainQuery.where(in)
            : !in.take("on") || (in.take("constraint") && in.name());
    return target
        && in.take("do")
        && (in.take("nothing")
            || (in.take("update", "set") && assignments(in) && PlainQuery.where(in)));
  }

  private static boolean update(PlainReader in) {
    return target(in)
        && in.take("set")
        && assignments(in)
        && (!in.take("from") || PlainQuery.sources(in))
        && PlainQuery.where(in)
        && returning(in);
  }

  private static boolean delete(PlainReader in) {
    return in.take("from")
        && target(in)
        && (!in.take("using") || PlainQuery.sources(in))
        && PlainQuery.where(in)
        && returning(in);
  }

  private static boolean target(PlainReader in) {
    if (!in.skip("only") || !in.qualifiedName()) {
      return false;
    }
    boolean alias = in.take("as") || (in.atFunctionName() && !in.at("set"));
    return !alias || (!in.at("set") && in.name());
  }

  private static boolean assignments(PlainReader in) {
    do {
      boolean several = in.at("(");
      boolean column = several ? in.namesInParentheses() : in.shortName();
      if (!column
          || !in.take("=")
          || !(several ? row(in) : in.take("default") || PlainExpression.read(in))) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean row(PlainReader in) {
    return PlainQuery.startsAt(in, 1)
        ? PlainCall.query(in)
        : in.take("(") && PlainQuery.values(in) && in.take(")");
  }

  private static boolean returning(PlainReader in) {
    return !in.take("returning") || PlainQuery.outputs(in);
  }
}
