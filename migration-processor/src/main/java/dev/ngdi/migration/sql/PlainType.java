package dev.ngdi.migration.sql;

/** Recognizes types. */
final class PlainType {
  private PlainType() {}

  static boolean read(PlainReader in) {
    return element(in) && dimensions(in);
  }

  private static boolean element(PlainReader in) {
    return switch (in.peek()) {
      case "bigint", "boolean", "int", "integer", "real", "smallint" -> in.next();
      case "double" -> in.take("double", "precision");
      case "dec", "decimal", "float", "numeric" -> in.next() && precision(in);
      case "varchar" -> in.next() && length(in);
      case "bit", "char", "character" -> in.next() && in.skip("varying") && length(in);
      case "time", "timestamp" -> in.next() && length(in) && timeZone(in);
      case "interval" -> in.next() && length(in) && !atIntervalField(in);
      default ->
          in.qualifiedFunctionName()
              && (!in.take("(") || (PlainExpression.list(in) && in.take(")")));
    };
  }

  static boolean atIntervalField(PlainReader in) {
    return switch (in.peek()) {
      case "year", "month", "day", "hour", "minute", "second" -> true;
      default -> false;
    };
  }

  /** A length in parentheses, or none. */
  static boolean length(PlainReader in) {
    return !in.take("(") || (in.integer() && in.take(")"));
  }

  private static boolean precision(PlainReader in) {
    return !in.take("(") || (in.integer() && (!in.take(",") || in.integer()) && in.take(")"));
  }

  private static boolean timeZone(PlainReader in) {
    if (!in.at("with", "time") && !in.at("without", "time")) {
      return true;
    }
    return in.next() && in.take("time", "zone");
  }

  private static boolean dimensions(PlainReader in) {
    if (in.take("array")) {
      return !in.at("[") || dimension(in);
    }
    while (in.at("[")) {
      if (!dimension(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean dimension(PlainReader in) {
    return in.take("[") && in.skipInteger() && in.take("]");
  }
}
