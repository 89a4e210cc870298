package dev.ngdi.migration.sql;

/** Recognizes {@code CREATE INDEX}, from the word behind {@code INDEX} on, and its parts. */
final class PlainIndex {
  private PlainIndex() {}

  static boolean create(PlainReader in) {
    return in.skip("concurrently")
        && in.ifNotExists()
        && (in.at("on") || in.name())
        && in.take("on")
        && in.skip("only")
        && in.qualifiedName()
        && (!in.take("using") || in.name())
        && elements(in)
        && (!in.take("include") || in.namesInParentheses())
        && (!in.take("nulls") || (in.skip("not") && in.take("distinct")))
        && (!in.take("with") || parameters(in))
        && (!in.take("tablespace") || in.name())
        && PlainQuery.where(in);
  }

  /** The columns and expressions of an index, in parentheses. */
  static boolean elements(PlainReader in) {
    if (!in.take("(")) {
      return false;
    }
    do {
      if (!element(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  /** A column or expression with what is said of its order. */
  static boolean element(PlainReader in) {
    return PlainExpression.read(in) && operatorClass(in) && PlainQuery.direction(in);
  }

  private static boolean operatorClass(PlainReader in) {
    return in.at("nulls")
        || !in.atFunctionName()
        || (in.qualifiedName() && (!in.at("(") || parameters(in)));
  }

  /** Storage parameters in parentheses. */
  static boolean parameters(PlainReader in) {
    if (!in.take("(")) {
      return false;
    }
    do {
      if (!in.label() || (in.take(".") && !in.label())) {
        return false;
      }
      if (in.take("=") && !in.take("on") && !PlainExpression.read(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }
}
