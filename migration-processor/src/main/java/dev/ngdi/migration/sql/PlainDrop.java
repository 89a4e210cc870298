package dev.ngdi.migration.sql;

/** Recognizes {@code DROP} and {@code COMMENT ON}, from the word behind on. */
final class PlainDrop {
  private PlainDrop() {}

  static boolean read(PlainReader in) {
    return switch (in.peek()) {
      case "table",
          "view",
          "sequence",
          "type",
          "domain",
          "schema",
          "extension",
          "role",
          "user",
          "statistics",
          "collation" ->
          in.next() && objects(in);
      case "materialized" -> in.take("materialized", "view") && objects(in);
      case "foreign" -> in.take("foreign", "table") && objects(in);
      case "index" -> in.next() && in.skip("concurrently") && objects(in);
      case "function", "procedure", "aggregate" ->
          in.next()
              && in.ifExists()
              && in.qualifiedName()
              && (!in.at("(") || PlainRoutine.parameters(in))
              && behaviour(in);
      case "trigger", "policy", "rule" ->
          in.next()
              && in.ifExists()
              && in.name()
              && in.take("on")
              && in.qualifiedName()
              && behaviour(in);
      default -> false;
    };
  }

  private static boolean objects(PlainReader in) {
    return in.ifExists() && in.names(true) && behaviour(in);
  }

  /** {@code CASCADE} or {@code RESTRICT} or neither. */
  static boolean behaviour(PlainReader in) {
    in.takeEither("cascade", "restrict");
    return true;
  }

  static boolean comment(PlainReader in) {
    return in.take("on") && commented(in) && in.take("is") && (in.string() || in.take("null"));
  }

  private static boolean commented(PlainReader in) {
    return switch (in.peek()) {
      case "column", "domain", "index", "sequence", "statistics", "table", "type", "view" ->
          in.next() && in.qualifiedName();
      case "materialized" -> in.take("materialized", "view") && in.qualifiedName();
      case "database", "extension", "role", "schema" -> in.next() && in.name();
      case "constraint", "policy", "rule", "trigger" ->
          in.next() && in.name() && in.take("on") && !in.at("domain") && in.qualifiedName();
      case "function", "procedure" ->
          in.next() && in.shortName() && (in.at("is") || PlainRoutine.parameters(in));
      case "aggregate" -> in.next() && in.qualifiedName() && PlainRoutine.parameters(in);
      default -> false;
    };
  }
}
