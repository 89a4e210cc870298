package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** Reads {@code INSERT}, {@code UPDATE}, {@code DELETE} and {@code MERGE}. */
final class ChangeReader {
  private final FragmentBuilder into;
  private final QueryReader queries;
  private final SourceReader sources;
  private final ExpressionReader expressions;

  ChangeReader(
      FragmentBuilder into,
      QueryReader queries,
      SourceReader sources,
      ExpressionReader expressions) {
    this.into = into;
    this.queries = queries;
    this.sources = sources;
    this.expressions = expressions;
  }

  void insert(Cursor in, Level level) {
    in.skip("insert");
    in.skip("into");
    Fragment.RelationSource target = sources.target(in, level);
    if (in.atSymbol("(") && !QueryReader.startsQuery(in.copy().nested())) {
      columns(in.nested(), level);
    }
    if (in.skip("overriding")) {
      in.skipAny("system", "user");
      in.skip("value");
    }
    if (!in.skip("default", "values")) {
      queries.read(in, into.levelBeside(level));
    }
    if (in.skip("on", "conflict")) {
      conflict(in, level, excluded(target));
    }
    returning(in, level);
  }

  private static Fragment.Source excluded(Fragment.RelationSource target) {
    return new Fragment.RelationSource(
        target.name(), target.at(), Optional.of("excluded"), true, List.of(), false);
  }

  /** The columns of the target that a list names. */
  private void columns(Cursor list, Level level) {
    for (Cursor column : list.splitAtCommas()) {
      target(column, level);
      into.finish(column);
    }
  }

  /** A column of the target, with fields and subscripts. */
  private void target(Cursor in, Level level) {
    if (!in.peek().isName()) {
      into.missSomething();
      return;
    }
    into.column(level, List.of(in.take()), true);
    while (in.atSymbol(".") || in.atSymbol("[")) {
      if (in.atSymbol("[")) {
        Cursor inside = in.nested();
        expressions.subscript(inside, level);
      } else {
        in.take();
        in.take();
      }
    }
  }

  private void conflict(Cursor in, Level level, Fragment.Source excluded) {
    if (in.skip("on", "constraint")) {
      in.take();
    } else if (in.atSymbol("(")) {
      Cursor elements = in.nested();
      do {
        expressions.read(elements, level);
        operatorClass(elements);
      } while (elements.skipSymbol(","));
      into.finish(elements);
      queries.where(in, level);
    }
    in.skip("do");
    if (in.skip("update")) {
      Level inside = into.levelInside(level);
      inside.add(excluded);
      in.skip("set");
      assignments(in, level, inside);
      queries.where(in, inside);
    } else {
      in.skip("nothing");
    }
  }

  private static void operatorClass(Cursor in) {
    if (in.peek().isName()) {
      in.qualifiedName();
      in.skipParentheses();
    }
  }

  /** Behind {@code SET}. */
  private void assignments(Cursor in, Level columns, Level values) {
    do {
      if (in.atSymbol("(")) {
        columns(in.nested(), columns);
      } else {
        target(in, columns);
      }
      if (in.skipSymbol("=")) {
        expressions.read(in, values);
      } else {
        into.missSomething();
      }
    } while (in.skipSymbol(","));
  }

  void update(Cursor in, Level level) {
    in.skip("update");
    sources.relation(in, level, true, true);
    in.skip("set");
    assignments(in, level, level);
    if (in.skip("from")) {
      level.merge();
      sources.read(in, level);
    }
    queries.where(in, level);
    returning(in, level);
  }

  void delete(Cursor in, Level level) {
    in.skip("delete");
    in.skip("from");
    sources.relation(in, level, true, true);
    if (in.skip("using")) {
      sources.read(in, level);
    }
    queries.where(in, level);
    returning(in, level);
  }

  void merge(Cursor in, Level level) {
    in.skip("merge");
    in.skip("into");
    level.merge();
    sources.relation(in, level, true, true);
    if (in.skip("using")) {
      sources.joined(in, level);
    }
    if (in.skip("on")) {
      expressions.read(in, level);
    }
    while (in.skip("when")) {
      in.skip("not");
      in.skip("matched");
      if (in.skip("by")) {
        in.skipAny("source", "target");
      }
      if (in.skip("and")) {
        expressions.read(in, level);
      }
      in.skip("then");
      mergeAction(in, level);
    }
    returning(in, level);
  }

  private void mergeAction(Cursor in, Level level) {
    if (in.skip("update", "set")) {
      assignments(in, level, level);
    } else if (in.skip("insert")) {
      if (in.atSymbol("(")) {
        columns(in.nested(), level);
      }
      if (in.skip("overriding")) {
        in.skipAny("system", "user");
        in.skip("value");
      }
      if (in.skip("values") && in.atSymbol("(")) {
        expressions.readAll(in.nested(), level);
      }
      in.skip("default", "values");
    } else if (!in.skip("delete")) {
      in.skip("do", "nothing");
    }
  }

  private void returning(Cursor in, Level level) {
    if (!in.skip("returning")) {
      return;
    }
    if (in.at("with") && in.peek(1).isSymbol("(")) {
      in.take();
      for (Cursor alias : in.nested().splitAtCommas()) {
        alias.skipAny("old", "new");
        alias.skip("as");
        level.add(new Fragment.OtherSource(Optional.of(alias.name()), List.of()));
      }
    }
    queries.outputs(in, level);
  }
}
