package dev.ngdi.migration.sql;

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
    new QueryReader(into).expressions().read(rest, level);
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
    do {
      if (!rest.atEnd()) {
        queries.read(rest, into.level(Optional.empty(), Optional.empty()));
      }
    } while (rest.skipSymbol(";"));
    into.finish(rest);
    return into.build(parameters);
  }
}
