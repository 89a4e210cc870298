package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names in an expression or a query. */
final class FragmentReader {
  private FragmentReader() {}

  /** Of an expression: all that the cursor has left. */
  static Fragment expression(Cursor rest) {
    return expression(rest, Set.of());
  }

  /**
   * Of an expression inside a routine.
   *
   * @param parameters what its names may stand for besides columns
   */
  static Fragment expression(Cursor rest, Set<String> parameters) {
    FragmentBuilder into = new FragmentBuilder(rest.rest(), rest.peek().start());
    Level level = into.level(Optional.empty(), Optional.empty());
    level.expression();
    OutputName name = new QueryReader(into).expressions().read(rest, level);
    level.add(name.output(Optional.empty(), new Value.Other()));
    into.finish(rest);
    return into.build(parameters);
  }

  /** Of a query, or of a statement that changes rows: all that the cursor has left. */
  static Fragment query(Cursor rest) {
    return statements(rest, Set.of());
  }

  /**
   * Of statements with semicolons between them: all that the cursor has left.
   *
   * @param parameters what their names may stand for besides columns
   */
  static Fragment statements(Cursor rest, Set<String> parameters) {
    FragmentBuilder into = new FragmentBuilder(rest.rest(), rest.peek().start());
    QueryReader queries = new QueryReader(into);
    statements(rest, into, queries);
    return into.build(parameters);
  }

  /**
   * Of the query of a recursive view.
   *
   * @param name the view's name, which stands for the query in it
   * @param columns the view's columns
   */
  static Fragment recursiveQuery(Cursor rest, String name, List<String> columns) {
    FragmentBuilder into = new FragmentBuilder(rest.rest(), rest.peek().start());
    Level level = into.level(Optional.empty(), Optional.empty());
    level.name(name, new Level.Named(level.index(), columns));
    new QueryReader(into).readAll(rest, level);
    return into.build(Set.of());
  }

  /** Of a rule, from {@code WHERE} or {@code DO} on; that word is not part of it. */
  static Fragment ruleAction(Cursor rest) {
    boolean conditional = rest.at("where");
    if (!conditional) {
      rest.skip("do");
      rest.skipAny("also", "instead");
    }
    FragmentBuilder into = new FragmentBuilder(rest.rest(), rest.peek().start());
    QueryReader queries = new QueryReader(into);
    if (rest.skip("where")) {
      Level condition = into.level(Optional.empty(), Optional.empty());
      condition.expression();
      queries.expressions().read(rest, condition);
      rest.skip("do");
      rest.skipAny("also", "instead");
    }
    if (!rest.skip("nothing")) {
      boolean list = rest.atSymbol("(") && !QueryReader.startsQuery(rest);
      statements(list ? rest.nested() : rest, into, queries);
    }
    into.finish(rest);
    return into.build(Set.of());
  }

  private static void statements(Cursor rest, FragmentBuilder into, QueryReader queries) {
    do {
      if (!rest.atEnd()) {
        Level level = into.level(Optional.empty(), Optional.empty());
        if (rest.skip("return")) {
          queries.expressions().read(rest, level);
        } else {
          queries.read(rest, level);
        }
      }
    } while (rest.skipSymbol(";"));
    into.finish(rest);
  }
}
