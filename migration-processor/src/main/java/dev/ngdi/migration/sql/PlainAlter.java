package dev.ngdi.migration.sql;

/** Recognizes what stands behind {@code ALTER}. */
final class PlainAlter {
  private PlainAlter() {}

  static boolean read(PlainReader in) {
    return switch (in.peek()) {
      case "table" -> in.next() && PlainAlterTable.read(in);
      case "sequence" -> in.next() && PlainSequence.alter(in);
      case "type" -> in.next() && in.qualifiedName() && type(in);
      case "domain" -> in.next() && in.qualifiedName() && domain(in);
      case "index" ->
          in.next() && in.ifExists() && in.qualifiedName() && in.at("rename") && common(in);
      case "schema" -> in.next() && in.name() && !in.at("set") && common(in);
      case "materialized" -> in.next() && in.at("view") && view(in);
      case "view" -> view(in);
      case "function", "procedure" ->
          in.next() && in.qualifiedName() && PlainRoutine.parameters(in) && common(in);
      case "extension" -> in.next() && in.name() && extension(in);
      case "default" -> in.next() && in.take("privileges") && PlainGrant.ofLaterObjects(in);
      case "policy", "trigger" ->
          in.next()
              && in.name()
              && in.take("on")
              && in.qualifiedName()
              && in.at("rename")
              && common(in);
      default -> false;
    };
  }

  /** What is done alike to objects of many kinds. */
  static boolean common(PlainReader in) {
    return switch (in.peek()) {
      case "owner" -> in.next() && in.take("to") && in.role();
      case "rename" -> in.next() && in.take("to") && in.name();
      case "set" -> in.next() && in.take("schema") && in.name();
      default -> false;
    };
  }

  private static boolean view(PlainReader in) {
    return in.next() && in.ifExists() && in.qualifiedName() && common(in);
  }

  private static boolean extension(PlainReader in) {
    if (in.take("update")) {
      return !in.take("to") || in.string();
    }
    return in.take("set", "schema") && in.name();
  }

  private static boolean type(PlainReader in) {
    if (in.take("add", "value")) {
      return in.ifNotExists() && in.string() && (!in.takeEither("before", "after") || in.string());
    }
    if (in.take("rename", "value")) {
      return in.string() && in.take("to") && in.string();
    }
    if (in.take("rename", "attribute")) {
      return in.name() && in.take("to") && in.name() && PlainDrop.behaviour(in);
    }
    if (in.at("owner") || in.at("rename") || in.at("set")) {
      return common(in);
    }
    do {
      if (!attribute(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  private static boolean attribute(PlainReader in) {
    if (in.take("add", "attribute")) {
      return in.name() && PlainType.read(in) && PlainDrop.behaviour(in);
    }
    if (in.take("drop", "attribute")) {
      return in.ifExists() && in.name() && PlainDrop.behaviour(in);
    }
    return in.take("alter", "attribute")
        && in.name()
        && (!in.take("set") || in.take("data"))
        && in.take("type")
        && PlainType.read(in)
        && PlainDrop.behaviour(in);
  }

  private static boolean domain(PlainReader in) {
    if (in.take("add")) {
      return PlainCreate.domainConstraint(in) && (!in.take("not") || in.take("valid"));
    }
    if (in.take("drop", "constraint")) {
      return in.ifExists() && in.name() && PlainDrop.behaviour(in);
    }
    if (in.takeEither("validate", "rename") && in.take("constraint")) {
      return in.name() && (!in.take("to") || in.name());
    }
    if (in.take("set", "default")) {
      return PlainExpression.read(in);
    }
    return in.take("drop", "default")
        || (in.take("set", "not") && in.take("null"))
        || (in.take("drop", "not") && in.take("null"))
        || common(in);
  }
}
