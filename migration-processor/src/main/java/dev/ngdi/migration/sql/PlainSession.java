package dev.ngdi.migration.sql;

/** Recognizes settings, transactions and maintenance. */
final class PlainSession {
  private PlainSession() {}

  /** What stands behind {@code SET}. */
  static boolean set(PlainReader in) {
    if (in.at("local") || in.at("session")) {
      in.next();
    }
    if (in.take("time", "zone")) {
      return in.string() || in.take("default");
    }
    return assignment(in);
  }

  /** A setting with its values. */
  static boolean assignment(PlainReader in) {
    if (!in.shortName() || !in.takeEither("to", "=")) {
      return false;
    }
    if (in.take("default")) {
      return true;
    }
    do {
      if (!in.take("on") && !PlainExpression.read(in)) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  static boolean reset(PlainReader in) {
    return in.take("all") || in.shortName();
  }

  /** The end of a transaction, or its beginning without modes. */
  static boolean transaction(PlainReader in) {
    in.takeEither("transaction", "work");
    return true;
  }

  static boolean truncate(PlainReader in) {
    return in.skip("table")
        && tables(in)
        && (!in.takeEither("restart", "continue") || in.take("identity"))
        && PlainDrop.behaviour(in);
  }

  private static boolean tables(PlainReader in) {
    do {
      if (!in.skip("only") || !in.qualifiedName()) {
        return false;
      }
    } while (in.take(","));
    return true;
  }

  static boolean lock(PlainReader in) {
    return in.skip("table")
        && tables(in)
        && (!in.take("in") || (mode(in) && in.take("mode")))
        && in.skip("nowait");
  }

  private static boolean mode(PlainReader in) {
    if (in.takeEither("row", "access")) {
      return in.takeEither("share", "exclusive");
    }
    if (in.take("share")) {
      return !in.takeEither("row", "update") || in.take("exclusive");
    }
    return in.take("exclusive");
  }

  static boolean refresh(PlainReader in) {
    return in.take("materialized", "view")
        && in.skip("concurrently")
        && in.qualifiedName()
        && PlainTable.withData(in);
  }

  static boolean reindex(PlainReader in) {
    return (in.takeEither("index", "table") || in.take("schema"))
        && in.skip("concurrently")
        && in.qualifiedName();
  }

  static boolean analyze(PlainReader in) {
    return in.skip("verbose") && (in.atEnd() || in.names(true));
  }
}
