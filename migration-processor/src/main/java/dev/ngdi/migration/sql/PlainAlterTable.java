package dev.ngdi.migration.sql;

/** Recognizes {@code ALTER TABLE}, from the word behind {@code TABLE} on. */
final class PlainAlterTable {
  private PlainAlterTable() {}

  static boolean read(PlainReader in) {
    if (!in.ifExists() || !in.skip("only") || !in.qualifiedName()) {
      return false;
    }
    switch (in.peek()) {
      case "rename" -> {
        return in.next() && rename(in);
      }
      case "attach" -> {
        return in.next() && in.take("partition") && in.qualifiedName() && PlainTable.bounds(in);
      }
      case "detach" -> {
        return in.next()
            && in.take("partition")
            && in.qualifiedName()
            && in.skipEither("concurrently", "finalize");
      }
      default -> {
        if (in.take("set", "schema")) {
          return in.name();
        }
      }
    }
    do {
      if (!action(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean rename(PlainReader in) {
    if (in.take("to")) {
      return in.name();
    }
    return (in.takeEither("column", "constraint") || !in.at("partition"))
        && in.name()
        && in.take("to")
        && in.name();
  }

  private static boolean action(PlainReader in) {
    return switch (in.peek()) {
      case "add" -> in.next() && add(in);
      case "drop" -> in.next() && drop(in);
      case "alter" -> in.next() && alter(in);
      case "validate" -> in.next() && in.take("constraint") && in.qualifiedName();
      case "owner" -> in.next() && in.take("to") && in.role();
      case "enable", "disable" -> enable(in);
      case "force" -> in.next() && rowLevelSecurity(in);
      case "no" ->
          in.next()
              && (in.take("force")
                  ? rowLevelSecurity(in)
                  : in.take("inherit") && in.qualifiedName());
      case "inherit" -> in.next() && in.qualifiedName();
      case "cluster" -> in.next() && in.take("on") && in.qualifiedName();
      case "set" -> in.next() && set(in);
      case "reset" -> in.next() && in.namesInParentheses();
      case "replica" -> in.next() && in.take("identity") && replicaIdentity(in);
      default -> false;
    };
  }

  private static boolean add(PlainReader in) {
    if (PlainConstraint.startsAt(in)) {
      return PlainConstraint.ofTable(in);
    }
    boolean column = in.take("column");
    if (!column && (in.at("generated") || in.at("partition"))) {
      return false;
    }
    return in.ifNotExists() && PlainTable.column(in);
  }

  private static boolean drop(PlainReader in) {
    if (!in.takeEither("column", "constraint") && in.at("partition")) {
      return false;
    }
    return in.ifExists() && in.name() && PlainDrop.behaviour(in);
  }

  private static boolean alter(PlainReader in) {
    if (in.take("constraint")) {
      return in.name() && PlainConstraint.deferrable(in);
    }
    return (in.take("column") || !in.at("partition")) && in.name() && column(in);
  }

  private static boolean column(PlainReader in) {
    switch (in.peek()) {
      case "type" -> {
        return in.next() && type(in);
      }
      case "add" -> {
        return in.next() && PlainConstraint.identity(in);
      }
      case "drop" -> {
        in.next();
        if (in.takeEither("identity", "expression")) {
          return in.ifExists();
        }
        return in.take("default") || in.take("not", "null");
      }
      case "reset" -> {
        return in.next() && in.namesInParentheses();
      }
      case "restart" -> {
        return identity(in);
      }
      case "set" -> {
        return setColumn(in);
      }
      default -> {
        return false;
      }
    }
  }

  private static boolean type(PlainReader in) {
    return PlainType.read(in)
        && (!in.take("collate") || in.qualifiedName())
        && (!in.take("using") || PlainExpression.read(in));
  }

  private static boolean setColumn(PlainReader in) {
    return switch (in.peek(1)) {
      case "data" -> in.nextTwo() && in.take("type") && type(in);
      case "default" -> in.nextTwo() && PlainExpression.read(in);
      case "not" -> in.next() && in.take("not", "null");
      case "statistics" -> in.nextTwo() && (in.take("default") || signedInteger(in));
      case "(" -> in.next() && PlainIndex.parameters(in);
      case "storage" ->
          in.nextTwo() && (in.takeEither("plain", "external") || in.takeEither("extended", "main"));
      default -> identity(in);
    };
  }

  private static boolean signedInteger(PlainReader in) {
    in.skip("-");
    return in.integer();
  }

  /** Changes of an identity. */
  private static boolean identity(PlainReader in) {
    while (in.at("set") || in.at("restart")) {
      if (in.at("restart")) {
        if (!PlainSequence.restart(in)) {
          return false;
        }
      } else if (in.take("set", "generated")) {
        if (!in.take("always") && !in.take("by", "default")) {
          return false;
        }
      } else {
        in.next();
        int before = in.index();
        if (!PlainSequence.option(in) || in.index() == before) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean enable(PlainReader in) {
    boolean enables = in.take("enable") || !in.next();
    if (in.at("row")) {
      return rowLevelSecurity(in);
    }
    if (enables && in.takeEither("replica", "always")) {
      return in.takeEither("trigger", "rule") && in.qualifiedName();
    }
    if (in.take("rule")) {
      return in.qualifiedName();
    }
    return in.take("trigger") && (in.takeEither("all", "user") || in.qualifiedName());
  }

  private static boolean rowLevelSecurity(PlainReader in) {
    return in.take("row", "level") && in.take("security");
  }

  private static boolean set(PlainReader in) {
    return switch (in.peek()) {
      case "(" -> PlainIndex.parameters(in);
      case "logged", "unlogged" -> in.next();
      case "tablespace" -> in.next() && in.name();
      case "without" -> in.next() && in.take("cluster");
      default -> false;
    };
  }

  private static boolean replicaIdentity(PlainReader in) {
    return in.takeEither("default", "full")
        || in.take("nothing")
        || (in.take("using", "index") && in.name());
  }
}
