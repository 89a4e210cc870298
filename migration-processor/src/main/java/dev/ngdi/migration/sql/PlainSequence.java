package dev.ngdi.migration.sql;

/** Recognizes what is said of sequences. */
final class PlainSequence {
  private PlainSequence() {}

  /** Any number of options. */
  static boolean options(PlainReader in) {
    boolean more;
    do {
      int before = in.index();
      if (!option(in)) {
        return false;
      }
      more = in.index() > before;
    } while (more);
    return true;
  }

  /** One option; nothing if another word follows. */
  static boolean option(PlainReader in) {
    return switch (in.peek()) {
      case "as" -> in.next() && (in.takeEither("smallint", "integer") || in.take("bigint"));
      case "increment" -> in.next() && in.skip("by") && in.signedNumber();
      case "minvalue", "maxvalue", "cache" -> in.next() && in.signedNumber();
      case "start" -> in.next() && in.skip("with") && in.signedNumber();
      case "no" -> in.next() && (in.takeEither("minvalue", "maxvalue") || in.take("cycle"));
      case "cycle" -> in.next();
      case "sequence" -> in.take("sequence", "name") && in.qualifiedName();
      case "owned" -> in.next() && in.take("by") && in.qualifiedName();
      default -> true;
    };
  }

  static boolean create(PlainReader in) {
    return in.ifNotExists() && in.qualifiedName() && options(in);
  }

  static boolean alter(PlainReader in) {
    if (!in.ifExists() || !in.qualifiedName()) {
      return false;
    }
    switch (in.peek()) {
      case "owner", "rename", "set" -> {
        return PlainAlter.common(in);
      }
      default -> {
        while (!in.atEnd()) {
          int before = in.index();
          if (!(in.at("restart") ? restart(in) : option(in)) || in.index() == before) {
            return false;
          }
        }
        return true;
      }
    }
  }

  static boolean restart(PlainReader in) {
    in.next();
    return in.take("with") ? in.integer() : in.skipInteger();
  }
}
