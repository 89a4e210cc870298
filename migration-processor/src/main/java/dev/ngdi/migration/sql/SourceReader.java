package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a query level reads from: {@code FROM} and its like. */
final class SourceReader {
  private final FragmentBuilder into;
  private final QueryReader queries;
  private final ExpressionReader expressions;

  SourceReader(FragmentBuilder into, QueryReader queries, ExpressionReader expressions) {
    this.into = into;
    this.queries = queries;
    this.expressions = expressions;
  }

  /** The alias of a source, and the names that it gives to the first columns. */
  private record Alias(Optional<String> name, List<String> columns) {}

  /** Sources with commas between them. */
  void read(Cursor in, Level level) {
    do {
      joined(in, level);
    } while (in.skipSymbol(","));
  }

  /** Sources with joins between them. */
  void joined(Cursor in, Level level) {
    if (!into.enter()) {
      in.toEnd();
      return;
    }
    try {
      single(in, level);
      while (atJoin(in)) {
        join(in, level);
      }
    } finally {
      into.leave();
    }
  }

  private void join(Cursor in, Level level) {
    boolean natural = in.skip("natural");
    if (natural) {
      level.merge();
    }
    boolean cross = in.skip("cross");
    in.skipAny("inner", "left", "right", "full");
    in.skip("outer");
    in.skip("join");
    single(in, level);
    if (natural || cross) {
      return;
    }
    while (atJoin(in) && into.enter()) {
      join(in, level);
      into.leave();
    }
    condition(in, level);
  }

  private static boolean atJoin(Cursor in) {
    return switch (in.peek().kind() == Token.Kind.WORD ? in.peek().value() : "") {
      case "join", "natural", "cross", "inner", "left", "right", "full" -> true;
      default -> false;
    };
  }

  private void condition(Cursor in, Level level) {
    if (in.at("on") && !in.at("on", "conflict")) {
      in.take();
      expressions.read(in, level);
    } else if (in.at("using") && in.peek(1).isSymbol("(")) {
      in.take();
      level.merge();
      Cursor names = in.nested();
      while (names.peek().isName()) {
        into.column(level, List.of(names.take()), true);
        names.skipSymbol(",");
      }
      into.finish(names);
      if (in.skip("as")) {
        level.add(new Fragment.OtherSource(Optional.of(in.name()), List.of()));
      }
    }
  }

  private void single(Cursor in, Level level) {
    boolean lateral = in.skip("lateral");
    if (in.atSymbol("(")) {
      parentheses(in, level, lateral);
    } else if (in.at("rows", "from") && in.peek(2).isSymbol("(")) {
      in.take();
      in.take();
      Cursor functions = in.nested();
      do {
        expressions.read(functions, level);
        if (functions.skip("as")) {
          functions.skipParentheses();
        }
      } while (functions.skipSymbol(","));
      into.finish(functions);
      function(in, level, Optional.empty());
    } else if (isFunction(in)) {
      OutputName name = expressions.read(in, level);
      function(in, level, name.name());
    } else if (in.peek().isName()) {
      relation(in, level, false, true);
    } else {
      into.missSomething();
    }
  }

  private static boolean isFunction(Cursor in) {
    Cursor ahead = in.copy();
    if (ahead.at("only") || !ahead.peek().isName()) {
      return false;
    }
    if (ahead.peek().kind() == Token.Kind.WORD && ahead.peek().value().startsWith("current_")) {
      return true;
    }
    ahead.qualifiedName();
    return ahead.atSymbol("(");
  }

  private void function(Cursor in, Level level, Optional<String> name) {
    in.skip("with", "ordinality");
    Alias alias = alias(in);
    level.add(new Fragment.OtherSource(alias.name().or(() -> name), alias.columns()));
  }

  private void parentheses(Cursor in, Level level, boolean lateral) {
    Cursor inside = in.nested();
    if (!QueryReader.startsQuery(inside)) {
      joined(inside, level);
      into.finish(inside);
      Alias alias = alias(in);
      if (alias.name().isPresent()) {
        level.add(new Fragment.OtherSource(alias.name(), alias.columns()));
      }
      return;
    }
    Level query =
        lateral ? into.levelInside(level) : into.level(level.parent(), Optional.of(level));
    queries.readAll(inside, query);
    Alias alias = alias(in);
    level.add(new Fragment.QuerySource(query.index(), alias.name(), alias.columns()));
  }

  /** A table, a view, or what {@code WITH} names. */
  void relation(Cursor in, Level level, boolean written, boolean aliased) {
    in.skip("only");
    boolean parenthesized = in.atSymbol("(");
    Cursor name = parenthesized ? in.nested() : in;
    Token first = name.peek();
    QualifiedName relation = name.qualifiedName();
    Fragment.Span at = into.span(first, name.previous());
    in.skipSymbol("*");
    Alias alias = aliased ? alias(in) : new Alias(Optional.empty(), List.of());
    Optional<Level.Named> named = written ? Optional.empty() : level.named(relation);
    if (named.isPresent()) {
      List<String> columns = new ArrayList<>(alias.columns());
      List<String> own = named.get().columnAliases();
      if (own.size() > columns.size()) {
        columns.addAll(own.subList(columns.size(), own.size()));
      }
      level.add(
          new Fragment.QuerySource(
              named.get().scope(), Optional.of(alias.name().orElse(relation.name())), columns));
    } else {
      level.add(
          new Fragment.RelationSource(
              relation,
              at,
              Optional.of(alias.name().orElse(relation.name())),
              alias.name().isPresent(),
              alias.columns(),
              written));
    }
    sample(in, level);
  }

  /** The target of an {@code INSERT}: what may stand in parentheses behind it are no new names. */
  Fragment.RelationSource target(Cursor in, Level level) {
    Token first = in.peek();
    QualifiedName name = in.qualifiedName();
    Fragment.Span at = into.span(first, in.previous());
    boolean aliased = in.skip("as");
    String alias = aliased ? in.name() : name.name();
    Fragment.RelationSource source =
        new Fragment.RelationSource(name, at, Optional.of(alias), aliased, List.of(), true);
    level.add(source);
    return source;
  }

  private void sample(Cursor in, Level level) {
    if (in.skip("tablesample")) {
      in.qualifiedName();
      if (in.atSymbol("(")) {
        expressions.readAll(in.nested(), level);
      }
      if (in.skip("repeatable") && in.atSymbol("(")) {
        expressions.readAll(in.nested(), level);
      }
    }
  }

  private Alias alias(Cursor in) {
    boolean as = in.skip("as");
    if (!as && !atAlias(in)) {
      return new Alias(Optional.empty(), List.of());
    }
    Optional<String> name = in.peek().isName() ? Optional.of(in.name()) : Optional.empty();
    return new Alias(name, in.atSymbol("(") ? names(in.nested()) : List.of());
  }

  /** Whether a name follows that can only be an alias. */
  static boolean atAlias(Cursor in) {
    Token token = in.peek();
    return token.kind() == Token.Kind.QUOTED_NAME
        || (token.kind() == Token.Kind.WORD
            && !Keywords.isReserved(token.value())
            && !in.at("set"));
  }

  /** The first name of each part of a list: of names, or of columns with types. */
  static List<String> names(Cursor list) {
    return list.splitAtCommas().stream()
        .filter(part -> part.peek().isName())
        .map(Cursor::name)
        .toList();
  }
}
