package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads queries of a simple form. */
final class SelectReader {
  private static final String[] CLAUSES = {
    "from",
    "where",
    "group",
    "having",
    "window",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
    "union",
    "intersect",
    "except"
  };

  private final Cursor cursor;
  private final List<Select.Source> sources = new ArrayList<>();
  private final List<Term> where = new ArrayList<>();

  SelectReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Optional<Select> read() {
    if (cursor.skip("values")) {
      List<List<Term>> rows = values(cursor);
      Select.Item all = new Select.Item("", new Term.Other(), true);
      sources.add(new Select.Source(new Select.Values(rows), "", List.of()));
      return end(false, List.of(all));
    }
    if (!cursor.skip("select") || cursor.at("distinct", "on")) {
      return Optional.empty();
    }
    boolean distinct = cursor.skip("distinct");
    cursor.skip("all");
    int start = cursor.index();
    cursor.seek(CLAUSES);
    List<Select.Item> items =
        cursor.since(start).splitAtCommas().stream().map(SelectReader::item).toList();
    if (cursor.skip("from") && !sources()) {
      return Optional.empty();
    }
    if (cursor.skip("where")) {
      where.add(TermReader.start(cursor));
    }
    return end(distinct, items);
  }

  private Optional<Select> end(boolean distinct, List<Select.Item> items) {
    if (cursor.skip("order")) {
      cursor.seek("limit", "offset", "fetch", "for", "union", "intersect", "except");
    }
    boolean limited = cursor.at("limit") || cursor.at("fetch") || cursor.at("offset");
    if (limited) {
      cursor.seek("union", "intersect", "except");
    }
    return cursor.atEnd()
        ? Optional.of(new Select(distinct, items, sources, where, limited))
        : Optional.empty();
  }

  private static Select.Item item(Cursor item) {
    boolean star =
        item.atSymbol("*")
            || (item.peek().isName() && item.peek(1).isSymbol(".") && item.peek(2).isSymbol("*"));
    if (star) {
      return new Select.Item(item.atSymbol("*") ? "" : item.name(), new Term.Other(), true);
    }
    Term value = TermReader.start(item);
    item.skip("as");
    String name = name(value);
    if (!item.atEnd() && item.peek().isName()) {
      name = item.name();
    }
    return new Select.Item(name, item.atEnd() ? value : new Term.Other(), false);
  }

  private static String name(Term value) {
    if (value instanceof Term.Name named) {
      return named.path().get(named.path().size() - 1);
    } else if (value instanceof Term.Call call) {
      return call.function().name();
    } else if (value instanceof Term.Cast cast) {
      return name(cast.operand());
    } else if (value instanceof Term.Rows rows && rows.use() == Term.Use.EXISTS) {
      return "exists";
    }
    return "?column?";
  }

  private boolean sources() {
    do {
      if (!source()) {
        return false;
      }
      while (cursor.at("join") || cursor.at("inner", "join") || cursor.at("cross", "join")) {
        boolean cross = cursor.skip("cross");
        cursor.skip("inner");
        cursor.skip("join");
        if (!source() || (!cross && !condition())) {
          return false;
        }
      }
    } while (cursor.skipSymbol(","));
    return true;
  }

  private boolean condition() {
    if (cursor.skip("on")) {
      where.add(TermReader.start(cursor));
      return true;
    }
    if (!cursor.skip("using")) {
      return false;
    }
    String last = sources.get(sources.size() - 1).alias();
    String before = sources.get(sources.size() - 2).alias();
    for (Cursor column : cursor.nested().splitAtCommas()) {
      String name = column.name();
      where.add(
          new Term.Operation(
              "=",
              List.of(new Term.Name(List.of(before, name)), new Term.Name(List.of(last, name)))));
    }
    return true;
  }

  private boolean source() {
    cursor.skip("lateral");
    cursor.skip("only");
    Select.From from;
    String own = "";
    if (cursor.atSymbol("(")) {
      Cursor inside = cursor.nested();
      Optional<Select> nested = Select.read(inside);
      if (nested.isEmpty()) {
        return false;
      }
      from = new Select.Nested(nested.get());
    } else if (cursor.peek().isName()) {
      int start = cursor.index();
      QualifiedName name = cursor.qualifiedName();
      own = name.name();
      if (cursor.atSymbol("(")) {
        cursor.nested();
        from = new Select.Function(TermReader.read(cursor.since(start)));
      } else {
        from = new Select.Relation(name);
      }
    } else {
      return false;
    }
    if (cursor.at("with") || cursor.at("tablesample")) {
      return false;
    }
    boolean as = cursor.skip("as");
    boolean aliased = as || (cursor.peek().isName() && !isKeyword());
    String alias = aliased ? cursor.name() : own;
    List<String> columns = new ArrayList<>();
    if (cursor.atSymbol("(")) {
      cursor.nested().splitAtCommas().forEach(column -> columns.add(column.name()));
    }
    sources.add(new Select.Source(from, alias, columns));
    return true;
  }

  private boolean isKeyword() {
    for (String word : CLAUSES) {
      if (cursor.at(word)) {
        return true;
      }
    }
    return cursor.at("join")
        || cursor.at("inner")
        || cursor.at("left")
        || cursor.at("right")
        || cursor.at("full")
        || cursor.at("cross")
        || cursor.at("natural")
        || cursor.at("on")
        || cursor.at("using");
  }

  private static List<List<Term>> values(Cursor rest) {
    List<List<Term>> rows = new ArrayList<>();
    while (rest.atSymbol("(")) {
      rows.add(rest.nested().splitAtCommas().stream().map(TermReader::read).toList());
      rest.skipSymbol(",");
    }
    return rows;
  }
}
