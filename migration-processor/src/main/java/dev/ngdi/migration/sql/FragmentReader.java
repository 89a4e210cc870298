package dev.ngdi.migration.sql;

import java.util.List;

/** The names in an expression or a query. */
final class FragmentReader {
  private FragmentReader() {}

  /** Of an expression: all that the cursor has left. */
  static Fragment expression(Cursor rest) {
    return unread(rest);
  }

  /** Of a query, or of a statement that changes rows: all that the cursor has left. */
  static Fragment query(Cursor rest) {
    return unread(rest);
  }

  private static Fragment unread(Cursor rest) {
    String sql = rest.rest();
    while (!rest.atEnd()) {
      rest.take();
    }
    return new Fragment(sql, List.of(), List.of(), List.of(), List.of(), false);
  }
}
