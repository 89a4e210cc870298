package dev.ngdi.migration.sql;

import java.util.List;

/** Reads how the rows of a query are grouped, sorted and cut. */
final class OrderReader {
  private final FragmentBuilder into;
  private final ExpressionReader expressions;

  OrderReader(FragmentBuilder into, ExpressionReader expressions) {
    this.into = into;
    this.expressions = expressions;
  }

  /** The items of a {@code GROUP BY}. */
  void groups(Cursor in, Level level) {
    do {
      if (in.skip("grouping", "sets")) {
        Cursor sets = in.nested();
        groups(sets, level);
        into.finish(sets);
      } else if ((in.at("rollup") || in.at("cube")) && in.peek(1).isSymbol("(")) {
        in.take();
        Cursor list = in.nested();
        groups(list, level);
        into.finish(list);
      } else {
        item(in, level, false);
      }
    } while (in.skipSymbol(","));
  }

  /** {@code ORDER BY}, {@code LIMIT} and all else that can end a query. */
  void tail(Cursor in, Level level, boolean united) {
    if (in.skip("order", "by")) {
      items(in, level, united);
    }
    boolean more = true;
    while (more) {
      if (in.skipAny("limit", "offset")) {
        in.skip("all");
        expressions.read(in, level);
        in.skipAny("row", "rows");
      } else if (in.skip("fetch")) {
        in.skipAny("first", "next");
        expressions.read(in, level);
        in.skipAny("row", "rows");
        if (!in.skip("only")) {
          in.skip("with", "ties");
        }
      } else if (in.skip("for")) {
        lock(in);
      } else {
        more = false;
      }
    }
  }

  private static void lock(Cursor in) {
    in.skip("no");
    in.skip("key");
    in.skipAny("update", "share");
    if (in.skip("of")) {
      do {
        in.qualifiedName();
      } while (in.skipSymbol(","));
    }
    if (!in.skip("nowait")) {
      in.skip("skip", "locked");
    }
  }

  /** The items of an {@code ORDER BY} or {@code DISTINCT ON}. */
  void items(Cursor in, Level level, boolean united) {
    do {
      item(in, level, united);
      CallReader.direction(in);
    } while (in.skipSymbol(","));
  }

  /** An expression, or a name that the result's columns have first claim to. */
  private void item(Cursor in, Level level, boolean united) {
    Token name = in.peek();
    Token next = in.peek(1);
    boolean alone =
        name.isName()
            && !Keywords.isReserved(name.value())
            && (next.kind() == Token.Kind.END
                || next.isSymbol(",")
                || (next.kind() == Token.Kind.WORD
                    && (Keywords.isReserved(next.value()) || next.isWord("nulls"))));
    if (alone && (united || level.hasOutput(name.value()))) {
      into.column(level, List.of(in.take()), false);
    } else {
      expressions.read(in, level);
    }
  }
}
