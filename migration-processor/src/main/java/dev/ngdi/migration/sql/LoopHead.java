package dev.ngdi.migration.sql;

import java.util.List;

/** What stands between {@code FOR} and {@code LOOP}. */
final class LoopHead {
  private LoopHead() {}

  /**
   * What the loop goes over.
   *
   * @param variables gets the names of its variables
   */
  static Term read(Cursor head, List<String> variables) {
    boolean each = head.skip("foreach");
    if (!each && !head.skip("for")) {
      return new Term.Other();
    }
    do {
      variables.add(head.name());
    } while (head.skipSymbol(","));
    if (each) {
      boolean slice = head.skip("slice");
      head.seek("array");
      head.take();
      return slice ? new Term.Other() : TermReader.read(head);
    }
    head.skip("in");
    if (TermReader.isQuery(head)) {
      return TermReader.rows(Term.Use.ROWS, head);
    }
    return range(head);
  }

  private static Term range(Cursor head) {
    boolean reverse = head.skip("reverse");
    Term from = TermReader.start(head);
    if (!head.skipSymbol("..")) {
      return new Term.Other();
    }
    Term to = TermReader.read(head);
    return reverse ? new Term.Range(to, from) : new Term.Range(from, to);
  }
}
