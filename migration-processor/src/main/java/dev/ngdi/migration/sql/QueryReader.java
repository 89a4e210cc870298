package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads queries, and the statements that change rows, which can stand where a query can. */
final class QueryReader {
  private static final Set<String> TAIL =
      Set.of("union", "intersect", "except", "order", "limit", "offset", "fetch", "for");

  private final FragmentBuilder into;
  private final ExpressionReader expressions;
  private final CallReader calls;
  private final SourceReader sources;
  private final ChangeReader changes;
  private final OrderReader order;
  private final WithReader with;

  QueryReader(FragmentBuilder into) {
    this.into = into;
    this.expressions = new ExpressionReader(into, this);
    this.calls = expressions.calls();
    this.sources = new SourceReader(into, this, expressions);
    this.changes = new ChangeReader(into, this, sources, expressions);
    this.order = new OrderReader(into, expressions);
    this.with = new WithReader(into, this);
  }

  ExpressionReader expressions() {
    return expressions;
  }

  /** Whether parentheses hold a query, and not an expression. */
  static boolean startsQuery(Cursor inside) {
    int parentheses = 0;
    while (inside.peek(parentheses).isSymbol("(")) {
      parentheses++;
    }
    if (parentheses > FragmentBuilder.MAX_DEPTH || !isQueryWord(inside, parentheses)) {
      return false;
    }
    Cursor outer = inside.copy();
    for (int i = 0; i < parentheses; i++) {
      Cursor inner = outer.nested();
      if (!outer.atEnd() && !TAIL.contains(outer.peek().value())) {
        return false;
      }
      outer = inner;
    }
    return true;
  }

  private static boolean isQueryWord(Cursor in, int ahead) {
    Token first = in.peek(ahead);
    return first.kind() == Token.Kind.WORD
        && switch (first.value()) {
          case "select", "with", "table" -> true;
          case "values" -> in.peek(ahead + 1).isSymbol("(");
          default -> false;
        };
  }

  /** A query that can use the columns of the level around it. */
  Level subquery(Cursor inside, Level around) {
    Level level = into.levelInside(around);
    readAll(inside, level);
    return level;
  }

  /** A query that should be all there is. */
  void readAll(Cursor in, Level level) {
    read(in, level);
    into.finish(in);
  }

  /** A query or a change of rows, up to where that cannot go on. */
  void read(Cursor in, Level level) {
    if (!into.enter()) {
      in.toEnd();
      return;
    }
    try {
      if (in.skip("with")) {
        with.read(in, level);
      }
      switch (in.peek().value()) {
        case "insert" -> changes.insert(in, level);
        case "update" -> changes.update(in, level);
        case "delete" -> changes.delete(in, level);
        case "merge" -> changes.merge(in, level);
        default -> select(in, level);
      }
    } finally {
      into.leave();
    }
  }

  private void select(Cursor in, Level level) {
    term(in, level);
    boolean united = false;
    while (in.skipAny("union", "intersect", "except")) {
      united = true;
      in.skipAny("all", "distinct");
      Level other = into.levelBeside(level);
      level.unite(other);
      term(in, other);
    }
    order.tail(in, level, united);
  }

  private void term(Cursor in, Level level) {
    if (in.atSymbol("(")) {
      readAll(in.nested(), level);
    } else if (in.skip("select")) {
      selectList(in, level);
    } else if (in.skip("values")) {
      values(in, level);
    } else if (in.skip("table")) {
      sources.relation(in, level, false, false);
      level.add(everything(Optional.empty()));
    } else {
      into.missSomething();
      in.toEnd();
    }
  }

  private void values(Cursor in, Level level) {
    List<List<Value>> columns = new ArrayList<>();
    do {
      if (in.atSymbol("(")) {
        Cursor row = in.nested();
        int before = row.index();
        int count = expressions.readAll(row, level);
        List<Cursor> cells = row.since(before).splitAtCommas();
        for (int i = 0; i < count; i++) {
          if (i == columns.size()) {
            columns.add(new ArrayList<>());
          }
          boolean apart = cells.size() == count;
          columns.get(i).add(apart ? ValueReader.read(cells.get(i)) : new Value.Other());
        }
      }
    } while (in.skipSymbol(","));
    for (int i = 0; i < columns.size(); i++) {
      Value value = new Value.Choice(columns.get(i));
      level.add(OutputName.weak("column" + (i + 1)).output(Optional.empty(), value));
    }
  }

  private static Fragment.Output everything(Optional<Fragment.ColumnUse> star) {
    return new Fragment.Output(Optional.empty(), star, Optional.empty(), new Value.Other());
  }

  private void selectList(Cursor in, Level level) {
    in.skip("all");
    Optional<Cursor> distinctOn = Optional.empty();
    if (in.skip("distinct") && in.skip("on") && in.atSymbol("(")) {
      distinctOn = Optional.of(in.nested());
    }
    outputs(in, level);
    if (in.skip("into")) {
      in.skipAll("temporary", "temp", "local", "global", "unlogged", "table");
      in.qualifiedName();
    }
    if (in.skip("from")) {
      sources.read(in, level);
    }
    where(in, level);
    if (in.skip("group", "by")) {
      in.skipAny("all", "distinct");
      order.groups(in, level);
    }
    if (in.skip("having")) {
      expressions.read(in, level);
    }
    if (in.skip("window")) {
      do {
        in.name();
        in.skip("as");
        if (in.atSymbol("(")) {
          calls.window(in.nested(), level);
        }
      } while (in.skipSymbol(","));
    }
    distinctOn.ifPresent(
        list -> {
          order.items(list, level, false);
          into.finish(list);
        });
  }

  /** {@code WHERE}, if it follows. */
  void where(Cursor in, Level level) {
    if (in.skip("where")) {
      if (in.skip("current", "of")) {
        in.take();
      } else {
        expressions.read(in, level);
      }
    }
  }

  /** The items of a {@code SELECT} or {@code RETURNING}. */
  void outputs(Cursor in, Level level) {
    do {
      output(in, level);
    } while (in.skipSymbol(","));
  }

  private void output(Cursor in, Level level) {
    List<Token> star = star(in);
    if (!star.isEmpty()) {
      Fragment.ColumnUse use = into.column(level, star, true);
      level.add(everything(Optional.of(use)));
      return;
    }
    int before = in.index();
    OutputName name = expressions.read(in, level);
    if (in.index() == before) {
      return;
    }
    Value value = ValueReader.read(in.since(before));
    if (in.previous().isSymbol("*")) {
      level.add(everything(Optional.empty()));
    } else if (in.skip("as") || SourceReader.atAlias(in)) {
      level.add(name.output(Optional.of(in.name()), value));
    } else {
      level.add(name.output(Optional.empty(), value));
    }
  }

  /** The parts of {@code t.*}, if it follows. */
  private static List<Token> star(Cursor in) {
    Cursor ahead = in.copy();
    List<Token> parts = new ArrayList<>();
    while (ahead.peek().isName() && ahead.peek(1).isSymbol(".")) {
      parts.add(ahead.take());
      ahead.take();
    }
    if (!ahead.atSymbol("*")) {
      return List.of();
    }
    parts.add(ahead.take());
    for (int i = 0; i < parts.size() * 2 - 1; i++) {
      in.take();
    }
    return parts;
  }
}
