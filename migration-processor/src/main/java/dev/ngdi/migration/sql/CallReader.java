package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of functions, and what PostgreSQL's grammar makes look like one. */
final class CallReader {
  private static final Set<String> KEYWORDS =
      Set.of(
          "coalesce", "greatest", "grouping", "least", "merge_action", "nullif", "row", "rollup");
  private static final Set<String> WITH_WORDS_BETWEEN = Set.of("overlay", "position", "substring");
  private static final Set<String> OF_RELATIONS = Set.of("nextval", "currval", "setval");

  private final FragmentBuilder into;
  private final ExpressionReader expressions;
  private final CastReader casts;

  CallReader(FragmentBuilder into, ExpressionReader expressions, CastReader casts) {
    this.into = into;
    this.expressions = expressions;
    this.casts = casts;
  }

  /** Before the parentheses of the arguments, behind the name. */
  OutputName call(List<Token> path, Cursor in, Level level) {
    Token last = path.get(path.size() - 1);
    if (path.size() == 1 && last.kind() == Token.Kind.WORD) {
      Optional<OutputName> keyword = keyword(last.value(), in, level);
      if (keyword.isPresent()) {
        return keyword.get();
      }
    }
    QualifiedName name = QualifiedName.of(last.value());
    if (path.size() > 1) {
      name = new QualifiedName(Optional.of(path.get(path.size() - 2).value()), last.value());
    }
    Cursor inside = in.nested();
    if (OF_RELATIONS.contains(name.name()) && inside.peek().isString()) {
      Token behind = inside.peek(1);
      if (behind.kind() == Token.Kind.END || behind.isSymbol(",")) {
        into.relation(inside, inside.peek());
      }
    }
    int count = arguments(inside, level);
    count += behind(in, level);
    into.function(name, count, into.span(path.get(0), last));
    return OutputName.strong(name.name());
  }

  private Optional<OutputName> keyword(String word, Cursor in, Level level) {
    if (word.equals("cast") || word.equals("treat")) {
      return Optional.of(cast(in.nested(), level));
    }
    String name = word;
    if (word.equals("extract")) {
      extract(in.nested(), level);
    } else if (word.equals("trim")) {
      Cursor inside = in.nested();
      name = inside.at("leading") ? "ltrim" : inside.at("trailing") ? "rtrim" : "btrim";
      inside.skipAny("both", "leading", "trailing");
      words(inside, level);
    } else if (word.equals("normalize")) {
      Cursor inside = in.nested();
      expressions.read(inside, level);
    } else if (WITH_WORDS_BETWEEN.contains(word)) {
      words(in.nested(), level);
    } else if (word.startsWith("json_") || word.startsWith("xml")) {
      if (!Keywords.needsQuotes(word)) {
        return Optional.empty();
      }
      uncertain(in.nested(), level);
      behind(in, level);
    } else if (KEYWORDS.contains(word)) {
      arguments(in.nested(), level);
    } else {
      return Optional.empty();
    }
    return Optional.of(OutputName.strong(name));
  }

  private OutputName cast(Cursor inside, Level level) {
    Token constant = inside.peek();
    OutputName name = expressions.read(inside, level);
    boolean only = inside.previous().equals(constant) && constant.isString();
    if (!inside.skip("as")) {
      into.finish(inside);
      return name;
    }
    TypeName type = casts.type(inside);
    into.finish(inside);
    if (only && type.name().name().equals("regclass")) {
      into.relation(inside, constant);
    }
    return name.cast(type);
  }

  private void extract(Cursor inside, Level level) {
    if (inside.peek(1).isWord("from")) {
      inside.take();
      inside.take();
    }
    expressions.readAll(inside, level);
  }

  /** Operands with commas or words between them: {@code FROM}, {@code FOR}, {@code PLACING}. */
  private void words(Cursor inside, Level level) {
    while (!inside.atEnd()) {
      Token before = inside.peek();
      expressions.read(inside, level);
      inside.skipSymbol(",");
      inside.skipAny("from", "for", "placing");
      if (inside.peek().equals(before)) {
        into.finish(inside);
      }
    }
  }

  /** Of {@code JSON_…} and {@code XML…}, whose many words cannot be told from names. */
  void uncertain(Cursor inside, Level level) {
    into.doubt();
    try {
      while (!inside.atEnd()) {
        Token before = inside.peek();
        expressions.read(inside, level);
        if (inside.peek().equals(before)) {
          boolean nested = inside.atSymbol("(");
          if (nested) {
            uncertain(inside.nested(), level);
          } else {
            inside.take();
          }
        }
      }
    } finally {
      into.trust();
    }
  }

  private int arguments(Cursor inside, Level level) {
    if (inside.atSymbol("*")) {
      inside.take();
      into.finish(inside);
      return 0;
    }
    int count = 0;
    do {
      boolean named = inside.peek(1).isSymbol("=>") || inside.peek(1).isSymbol(":=");
      if (named && inside.peek().isName()) {
        inside.take();
        inside.take();
      }
      Token before = inside.peek();
      expressions.read(inside, level);
      if (!inside.peek().equals(before)) {
        count++;
      }
    } while (inside.skipSymbol(","));
    if (inside.skip("order", "by")) {
      order(inside, level);
    }
    into.finish(inside);
    return count;
  }

  /** {@code WITHIN GROUP}, {@code FILTER} and {@code OVER}; how many arguments come with them. */
  private int behind(Cursor in, Level level) {
    int arguments = 0;
    if (in.skip("within", "group")) {
      Cursor inside = in.nested();
      inside.skip("order", "by");
      arguments = order(inside, level);
      into.finish(inside);
    }
    if (in.at("filter") && in.peek(1).isSymbol("(")) {
      in.take();
      Cursor inside = in.nested();
      inside.skip("where");
      expressions.readAll(inside, level);
    }
    if (in.at("ignore", "nulls") || in.at("respect", "nulls")) {
      in.take();
      in.take();
    }
    if (in.at("over") && in.peek(1).isSymbol("(")) {
      in.take();
      window(in.nested(), level);
    } else if (in.at("over") && in.peek(1).isName() && !Keywords.isReserved(in.peek(1).value())) {
      in.take();
      in.take();
    }
    return arguments;
  }

  /** What stands in the parentheses of a window. */
  void window(Cursor in, Level level) {
    boolean starts = in.at("partition", "by") || in.at("order", "by") || atFrame(in);
    if (!starts && in.peek().isName()) {
      in.take();
    }
    if (in.skip("partition", "by")) {
      expressions.readList(in, level);
    }
    if (in.skip("order", "by")) {
      order(in, level);
    }
    if (atFrame(in)) {
      in.take();
      frame(in, level);
    }
    into.finish(in);
  }

  private static boolean atFrame(Cursor in) {
    return in.at("rows") || in.at("range") || in.at("groups");
  }

  private void frame(Cursor in, Level level) {
    while (!in.atEnd()) {
      Token before = in.peek();
      in.skipAll("between", "and", "unbounded", "preceding", "following", "current", "row");
      in.skipAll("exclude", "group", "ties", "no", "others");
      if (in.peek().equals(before)) {
        expressions.read(in, level);
      }
      if (in.peek().equals(before)) {
        into.finish(in);
      }
    }
  }

  /** The items of an {@code ORDER BY} whose names are columns. */
  int order(Cursor in, Level level) {
    int count = 0;
    do {
      expressions.read(in, level);
      direction(in);
      count++;
    } while (in.skipSymbol(","));
    return count;
  }

  /** How an item of an {@code ORDER BY} is sorted. */
  static void direction(Cursor in) {
    in.skipAny("asc", "desc");
    if (in.skip("using")) {
      if (in.skip("operator")) {
        in.skipParentheses();
      } else {
        in.take();
      }
    }
    if (in.skip("nulls")) {
      in.skipAny("first", "last");
    }
  }
}
