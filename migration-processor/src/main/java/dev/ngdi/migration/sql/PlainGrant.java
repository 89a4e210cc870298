package dev.ngdi.migration.sql;

/** Recognizes {@code GRANT} and {@code REVOKE}, from the word behind on. */
final class PlainGrant {
  private PlainGrant() {}

  static boolean grant(PlainReader in) {
    return privilegesOnObjects(in)
        && in.take("to")
        && grantees(in)
        && (!in.take("with") || in.take("grant", "option"));
  }

  static boolean revoke(PlainReader in) {
    if (in.take("grant", "option") && !in.take("for")) {
      return false;
    }
    return privilegesOnObjects(in) && in.take("from") && grantees(in) && PlainDrop.behaviour(in);
  }

  /** Privileges on whole objects, or else all of them on columns of tables. */
  private static boolean privilegesOnObjects(PlainReader in) {
    boolean columns = in.peek(1).equals("(");
    do {
      if (columns ? !columnPrivilege(in) : !privilege(in)) {
        return false;
      }
    } while (in.take(","));
    return in.take("on") && (columns ? in.skip("table") && in.names(true) : objects(in));
  }

  private static boolean columnPrivilege(PlainReader in) {
    return (in.takeEither("select", "insert") || in.takeEither("update", "references"))
        && in.namesInParentheses();
  }

  private static boolean privilege(PlainReader in) {
    return switch (in.peek()) {
      case "all" -> in.next() && in.skip("privileges");
      case "select",
          "insert",
          "update",
          "delete",
          "truncate",
          "references",
          "trigger",
          "usage",
          "create",
          "connect",
          "execute",
          "temporary" ->
          in.next();
      default -> false;
    };
  }

  private static boolean objects(PlainReader in) {
    switch (in.peek()) {
      case "all" -> {
        in.next();
        return (in.takeEither("tables", "sequences") || in.takeEither("functions", "procedures"))
            && in.take("in", "schema")
            && in.names(false);
      }
      case "database", "domain", "language", "schema", "sequence", "table", "type" -> {
        return in.next() && in.names(true);
      }
      case "function", "procedure" -> {
        return in.next() && routines(in);
      }
      case "foreign", "large", "parameter", "tablespace", "routine" -> {
        return false;
      }
      default -> {
        return in.names(true);
      }
    }
  }

  /** Only the first may be without its parameters. */
  private static boolean routines(PlainReader in) {
    if (!in.shortName()) {
      return false;
    }
    if (in.at("(") && !PlainRoutine.parameters(in)) {
      return false;
    }
    while (in.take(",")) {
      if (!in.qualifiedName() || !PlainRoutine.parameters(in)) {
        return false;
      }
    }
    return true;
  }

  private static boolean grantees(PlainReader in) {
    do {
      if (in.at("group") || !in.role()) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  /** {@code ALTER DEFAULT PRIVILEGES}, from the word behind on. */
  static boolean ofLaterObjects(PlainReader in) {
    if (in.take("for") && !(in.takeEither("role", "user") && in.names(false))) {
      return false;
    }
    if (in.take("in") && !(in.take("schema") && in.names(false))) {
      return false;
    }
    boolean grants = in.take("grant");
    if (!grants && !in.take("revoke")) {
      return false;
    }
    return laterPrivileges(in)
        && in.take(grants ? "to" : "from")
        && grantees(in)
        && (grants ? !in.take("with") || in.take("grant", "option") : PlainDrop.behaviour(in));
  }

  private static boolean laterPrivileges(PlainReader in) {
    if (in.take("all")) {
      return in.skip("privileges")
          && in.take("on")
          && (in.takeEither("tables", "sequences") || in.takeEither("functions", "types"));
    }
    if (in.take("usage")) {
      return in.take("on", "sequences");
    }
    if (in.take("execute")) {
      return in.take("on", "functions");
    }
    do {
      if (!in.takeEither("select", "insert") && !in.takeEither("update", "delete")) {
        return false;
      }
    } while (in.take(","));
    return in.take("on", "tables");
  }
}
