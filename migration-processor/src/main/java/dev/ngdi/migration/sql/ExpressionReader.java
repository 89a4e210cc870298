package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions. It follows only as much of the grammar as is needed to tell columns from all
 * else that looks like a name; each method stops where the expression cannot go on.
 */
final class ExpressionReader {
  private static final Set<String> VALUES_WITHOUT_PARENTHESES =
      Set.of(
          "current_catalog",
          "current_date",
          "current_role",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_user",
          "localtime",
          "localtimestamp",
          "session_user",
          "system_user",
          "user");
  private static final Set<String> BEFORE_OPERANDS =
      Set.of("not", "all", "any", "some", "distinct", "variadic");

  private final FragmentBuilder into;
  private final QueryReader queries;
  private final CallReader calls;
  private final CastReader casts;

  ExpressionReader(FragmentBuilder into, QueryReader queries) {
    this.into = into;
    this.queries = queries;
    this.casts = new CastReader(into);
    this.calls = new CallReader(into, this, casts);
  }

  /** Whether a word stands for a value, as {@code current_date} does. */
  static boolean isValue(String word) {
    return VALUES_WITHOUT_PARENTHESES.contains(word);
  }

  CallReader calls() {
    return calls;
  }

  /** Reads one expression, or nothing if none starts here; says how PostgreSQL names it. */
  OutputName read(Cursor in, Level level) {
    if (!into.enter()) {
      in.toEnd();
      return OutputName.NONE;
    }
    try {
      return operands(in, level);
    } finally {
      into.leave();
    }
  }

  /** Reads expressions with commas between them, up to where that cannot go on. */
  int readList(Cursor in, Level level) {
    int count = 0;
    do {
      Token before = in.peek();
      read(in, level);
      if (!in.peek().equals(before)) {
        count++;
      }
    } while (in.skipSymbol(","));
    return count;
  }

  /** Reads expressions with commas between them that should be all there is. */
  int readAll(Cursor in, Level level) {
    int count = readList(in, level);
    into.finish(in);
    return count;
  }

  private OutputName operands(Cursor in, Level level) {
    boolean plain = !skipPrefixes(in);
    if (!startsOperand(in)) {
      return OutputName.NONE;
    }
    OutputName name = operand(in, level);
    while (!in.atEnd()) {
      if (in.at("collate")) {
        in.take();
        in.qualifiedName();
        name = name.around();
      } else if (in.skip("at", "local")) {
        name = OutputName.strong("timezone");
      } else if (in.skip("at", "time", "zone")) {
        skipPrefixes(in);
        operand(in, level);
        name = OutputName.strong("timezone");
      } else {
        Operators.Follower follower = Operators.skip(in);
        if (follower == Operators.Follower.NONE) {
          break;
        }
        plain = false;
        if (follower == Operators.Follower.INFIX) {
          skipPrefixes(in);
          if (!startsOperand(in)) {
            break;
          }
          operand(in, level);
        }
      }
    }
    return plain ? name : OutputName.NONE;
  }

  private static boolean skipPrefixes(Cursor in) {
    boolean found = false;
    while (true) {
      Token token = in.peek();
      boolean operator =
          token.kind() == Token.Kind.SYMBOL
              && !token.value().equals("*")
              && Scanner.OPERATOR_CHARS.indexOf(token.value().charAt(0)) >= 0;
      boolean word = token.kind() == Token.Kind.WORD && BEFORE_OPERANDS.contains(token.value());
      boolean named = token.isWord("operator") && in.peek(1).isSymbol("(");
      if (!operator && !word && !named) {
        return found;
      }
      found = true;
      in.take();
      if (named) {
        in.skipParentheses();
      }
    }
  }

  private static boolean startsOperand(Cursor in) {
    Token token = in.peek();
    return switch (token.kind()) {
      case END -> false;
      case SYMBOL -> token.isSymbol("(") || token.isSymbol("[");
      case WORD -> !Keywords.isReserved(token.value()) || startsOperand(in, token.value());
      default -> true;
    };
  }

  private static boolean startsOperand(Cursor in, String reserved) {
    return switch (reserved) {
      case "array", "case", "cast", "null", "true", "false", "default" -> true;
      default ->
          VALUES_WITHOUT_PARENTHESES.contains(reserved)
              || (Keywords.canNameFunction(reserved) && in.peek(1).isSymbol("("));
    };
  }

  /** An operand with its fields, subscripts and casts. */
  private OutputName operand(Cursor in, Level level) {
    Token first = in.peek();
    OutputName name = primary(in, level);
    boolean constant = first.isString() && in.previous().equals(first);
    while (true) {
      if (in.atSymbol("::")) {
        in.take();
        TypeName type = casts.type(in);
        if (constant && type.name().name().equals("regclass")) {
          into.relation(in, first);
        }
        name = name.cast(type);
      } else if (in.atSymbol("[")) {
        subscript(in.nested(), level);
        name = name.around();
      } else if (in.atSymbol(".")) {
        in.take();
        name = in.atSymbol("*") ? OutputName.NONE : OutputName.strong(in.peek().value());
        in.take();
      } else {
        return name;
      }
      constant = false;
    }
  }

  /** What stands in the brackets of a subscript or slice. */
  void subscript(Cursor inside, Level level) {
    while (!inside.atEnd()) {
      Token before = inside.peek();
      read(inside, level);
      inside.skipSymbol(":");
      if (inside.peek().equals(before)) {
        into.finish(inside);
      }
    }
  }

  private OutputName primary(Cursor in, Level level) {
    Token token = in.peek();
    return switch (token.kind()) {
      case WORD -> word(in, level, token.value());
      case QUOTED_NAME -> named(in, level);
      case UNICODE_STRING -> {
        in.take();
        if (in.skip("uescape")) {
          in.take();
        }
        yield OutputName.NONE;
      }
      case SYMBOL -> {
        if (in.atSymbol("[")) {
          readAll(in.nested(), level);
        } else if (in.atSymbol("(")) {
          yield parentheses(in.nested(), level);
        }
        yield OutputName.NONE;
      }
      default -> {
        in.take();
        yield OutputName.NONE;
      }
    };
  }

  private OutputName parentheses(Cursor inside, Level level) {
    if (QueryReader.startsQuery(inside)) {
      Level query = queries.subquery(inside, level);
      return query.firstOutput().map(OutputName::strong).orElse(OutputName.NONE);
    }
    OutputName first = read(inside, level);
    if (inside.atEnd()) {
      return first;
    }
    if (inside.skipSymbol(",")) {
      readAll(inside, level);
    }
    into.finish(inside);
    return OutputName.strong("row");
  }

  private OutputName word(Cursor in, Level level, String word) {
    boolean call = in.peek(1).isSymbol("(");
    switch (word) {
      case "null", "true", "false", "default" -> {
        in.take();
        return OutputName.NONE;
      }
      case "case" -> {
        return caseOf(in, level);
      }
      case "array" -> {
        in.take();
        if (in.atSymbol("(")) {
          parentheses(in.nested(), level);
        } else if (in.atSymbol("[")) {
          readAll(in.nested(), level);
        }
        return OutputName.strong("array");
      }
      case "exists" -> {
        if (call) {
          in.take();
          parentheses(in.nested(), level);
          return OutputName.strong("exists");
        }
      }
      default -> {
        if (VALUES_WITHOUT_PARENTHESES.contains(word) && !in.peek(1).isSymbol(".")) {
          in.take();
          in.skipParentheses();
          return OutputName.strong(word);
        }
      }
    }
    return named(in, level);
  }

  private OutputName caseOf(Cursor in, Level level) {
    in.take();
    read(in, level);
    while (in.skip("when")) {
      read(in, level);
      in.skip("then");
      read(in, level);
    }
    OutputName otherwise = in.skip("else") ? read(in, level) : OutputName.NONE;
    if (!in.skip("end")) {
      into.missSomething();
    }
    return otherwise.strong() ? otherwise.around() : OutputName.weak("case");
  }

  /** A column, a call, or a type with a constant behind it. */
  private OutputName named(Cursor in, Level level) {
    Optional<TypeName> constant = casts.typedConstant(in);
    if (constant.isPresent()) {
      return OutputName.NONE.cast(constant.get());
    }
    List<Token> path = new ArrayList<>(List.of(in.take()));
    while (in.atSymbol(".") && (in.peek(1).isName() || in.peek(1).isSymbol("*"))) {
      in.take();
      path.add(in.take());
    }
    if (in.atSymbol("(")) {
      return calls.call(path, in, level);
    }
    return OutputName.of(into.column(level, path, true));
  }
}
