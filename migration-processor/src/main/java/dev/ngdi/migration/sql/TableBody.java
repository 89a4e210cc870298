package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands behind the name of a table, or a foreign table, that is made. */
record TableBody(List<TableElement> elements, TableElement.Clauses clauses) {
  private static final List<String> ALL_THAT_LIKE_TAKES_OVER =
      List.of(
          "comments",
          "compression",
          "constraints",
          "defaults",
          "generated",
          "identity",
          "indexes",
          "statistics",
          "storage");

  TableBody {
    elements = List.copyOf(elements);
  }

  static TableBody read(Cursor cursor, boolean unlogged) {
    return new TableClausesReader(cursor, unlogged).read();
  }

  /** What stands between the parentheses. */
  static List<TableElement> elements(Cursor list) {
    List<TableElement> elements = new ArrayList<>();
    for (Cursor element : list.splitAtCommas()) {
      if (element.skip("like")) {
        elements.add(like(element));
      } else if (ConstraintReader.follows(element)) {
        elements.add(new TableElement.Constraint(ConstraintReader.ofTable(element)));
      } else if (element.peek().isName()) {
        elements.add(ColumnReader.read(element));
      }
    }
    return elements;
  }

  private static TableElement.Like like(Cursor cursor) {
    QualifiedName table = cursor.qualifiedName();
    Set<String> including = new LinkedHashSet<>();
    while (cursor.at("including") || cursor.at("excluding")) {
      boolean add = cursor.name().equals("including");
      String word = cursor.name();
      List<String> what = word.equals("all") ? ALL_THAT_LIKE_TAKES_OVER : List.of(word);
      if (add) {
        including.addAll(what);
      } else {
        what.forEach(including::remove);
      }
    }
    return new TableElement.Like(table, including);
  }
}
