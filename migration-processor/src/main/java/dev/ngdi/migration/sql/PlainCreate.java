package dev.ngdi.migration.sql;

/** Recognizes what stands behind {@code CREATE}. */
final class PlainCreate {
  private PlainCreate() {}

  static boolean read(PlainReader in) {
    if (in.take("or", "replace")) {
      return replaceable(in);
    }
    return switch (in.peek()) {
      case "table" -> in.next() && PlainTable.create(in);
      case "temp", "temporary" -> in.next() && (in.at("view") ? view(in) : relation(in));
      case "unlogged" -> in.next() && relation(in);
      case "index" -> in.next() && PlainIndex.create(in);
      case "unique" -> in.next() && in.take("index") && PlainIndex.create(in);
      case "sequence" -> in.next() && PlainSequence.create(in);
      case "schema" -> in.next() && schema(in);
      case "extension" -> in.next() && extension(in);
      case "type" -> in.next() && type(in);
      case "domain" -> in.next() && domain(in);
      case "policy" -> in.next() && policy(in);
      default -> replaceable(in);
    };
  }

  private static boolean replaceable(PlainReader in) {
    return switch (in.peek()) {
      case "function", "procedure" -> in.next() && PlainRoutine.create(in);
      case "trigger" -> in.next() && PlainRoutine.createTrigger(in);
      case "constraint" -> in.next() && in.take("trigger") && PlainRoutine.createTrigger(in);
      case "temp", "temporary" -> in.next() && view(in);
      case "recursive", "materialized", "view" -> view(in);
      default -> false;
    };
  }

  private static boolean relation(PlainReader in) {
    return in.take("table")
        ? PlainTable.create(in)
        : in.take("sequence") && PlainSequence.create(in);
  }

  private static boolean view(PlainReader in) {
    return in.skip("recursive")
        && in.skip("materialized")
        && in.take("view")
        && in.ifNotExists()
        && in.qualifiedName()
        && (!in.at("(") || in.namesInParentheses())
        && (!in.take("with") || PlainIndex.parameters(in))
        && in.take("as")
        && PlainQuery.read(in)
        && ((in.at("with", "data") || in.at("with", "no"))
            ? PlainTable.withData(in)
            : !in.take("with") || check(in));
  }

  private static boolean check(PlainReader in) {
    in.takeEither("cascaded", "local");
    return in.take("check", "option");
  }

  private static boolean schema(PlainReader in) {
    if (!in.ifNotExists()) {
      return false;
    }
    boolean named = !in.at("authorization");
    return (!named || in.name()) && (!in.take("authorization") || in.role());
  }

  private static boolean extension(PlainReader in) {
    return in.ifNotExists()
        && in.name()
        && in.skip("with")
        && (!in.take("schema") || in.name())
        && (!in.take("version") || in.string() || in.name())
        && in.skip("cascade");
  }

  private static boolean type(PlainReader in) {
    if (!in.qualifiedName() || !in.take("as")) {
      return false;
    }
    if (!in.take("enum")) {
      return attributes(in);
    }
    if (in.take("(", ")")) {
      return true;
    }
    if (!in.take("(")) {
      return false;
    }
    do {
      if (!in.string()) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  private static boolean attributes(PlainReader in) {
    if (!in.take("(")) {
      return false;
    }
    do {
      if (!in.name() || !PlainType.read(in) || (in.take("collate") && !in.qualifiedName())) {
        return false;
      }
    } while (in.take(","));
    return in.take(")");
  }

  private static boolean domain(PlainReader in) {
    if (!in.qualifiedName() || !in.skip("as") || !PlainType.read(in)) {
      return false;
    }
    while (!in.atEnd()) {
      boolean part =
          switch (in.peek()) {
            case "default" -> in.next() && PlainExpression.read(in);
            case "collate" -> in.next() && in.qualifiedName();
            default -> domainConstraint(in);
          };
      if (!part) {
        return false;
      }
    }
    return true;
  }

  static boolean domainConstraint(PlainReader in) {
    if (in.take("constraint") && !in.name()) {
      return false;
    }
    return in.take("check") ? PlainExpression.inParentheses(in) : in.skip("not") && in.take("null");
  }

  private static boolean policy(PlainReader in) {
    return in.name()
        && in.take("on")
        && in.qualifiedName()
        && (!in.take("as") || in.takeEither("permissive", "restrictive"))
        && (!in.take("for") || command(in))
        && (!in.take("to") || in.roles())
        && (!in.take("using") || PlainExpression.inParentheses(in))
        && (!in.take("with") || (in.take("check") && PlainExpression.inParentheses(in)));
  }

  private static boolean command(PlainReader in) {
    return switch (in.peek()) {
      case "all", "delete", "insert", "select", "update" -> in.next();
      default -> false;
    };
  }
}
