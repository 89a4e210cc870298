package dev.ngdi.migration.sql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what an expression computes, by PostgreSQL's precedence of operators. */
final class ValueReader {
  private static final Value OTHER = new Value.Other();
  private static final Value TRUTH = new Value.Constant("bool");
  private static final Value UNTYPED = new Value.Constant("unknown");
  private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>", "!=");
  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^");
  private static final BigInteger MOST_INT4 = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger MOST_INT8 = BigInteger.valueOf(Long.MAX_VALUE);

  private final CastReader casts = new CastReader(new FragmentBuilder("", 0));
  private int depth;

  private ValueReader() {}

  /** Of an expression that should be all there is. */
  static Value read(Cursor all) {
    Cursor in = all.copy();
    Value value = new ValueReader().expression(in);
    return in.atEnd() ? value : OTHER;
  }

  private Value expression(Cursor in) {
    if (depth >= FragmentBuilder.MAX_DEPTH) {
      in.toEnd();
      return OTHER;
    }
    depth++;
    try {
      Value value = conjunction(in);
      while (in.skip("or")) {
        conjunction(in);
        value = TRUTH;
      }
      return value;
    } finally {
      depth--;
    }
  }

  private Value conjunction(Cursor in) {
    Value value = negation(in);
    while (in.skip("and")) {
      negation(in);
      value = TRUTH;
    }
    return value;
  }

  private Value negation(Cursor in) {
    boolean negated = false;
    while (in.skip("not")) {
      negated = true;
    }
    Value value = comparison(in);
    while (in.at("is") || in.at("isnull") || in.at("notnull")) {
      if (Operators.skip(in) == Operators.Follower.INFIX) {
        comparison(in);
      }
      value = TRUTH;
    }
    return negated ? TRUTH : value;
  }

  private Value comparison(Cursor in) {
    Value value = pattern(in);
    while (in.peek().kind() == Token.Kind.SYMBOL && COMPARISONS.contains(in.peek().value())) {
      in.take();
      if (!quantified(in)) {
        pattern(in);
      }
      value = TRUTH;
    }
    return value;
  }

  private static boolean quantified(Cursor in) {
    boolean found = in.skipAny("any", "all", "some");
    if (found) {
      in.skipParentheses();
    }
    return found;
  }

  private Value pattern(Cursor in) {
    Value value = operators(in);
    boolean negated = in.at("not");
    String word = in.peek(negated ? 1 : 0).value();
    if (in.peek(negated ? 1 : 0).kind() != Token.Kind.WORD) {
      return value;
    }
    switch (word) {
      case "in" -> {
        Operators.skip(in);
        in.skipParentheses();
      }
      case "between" -> {
        Operators.skip(in);
        operators(in);
        in.skip("and");
        operators(in);
      }
      case "like", "ilike", "similar" -> {
        Operators.skip(in);
        if (!quantified(in)) {
          operators(in);
        }
        if (in.skip("escape")) {
          operators(in);
        }
      }
      default -> {
        return value;
      }
    }
    return TRUTH;
  }

  private Value operators(Cursor in) {
    Value value = sum(in);
    while (isOperator(in.peek())
        && !COMPARISONS.contains(in.peek().value())
        && !ARITHMETIC.contains(in.peek().value())) {
      String operator = in.take().value();
      value = new Value.Operation(value, operator, quantified(in) ? OTHER : sum(in));
    }
    return value;
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        && Scanner.OPERATOR_CHARS.indexOf(token.value().charAt(0)) >= 0;
  }

  private Value sum(Cursor in) {
    Value value = product(in);
    while (in.atSymbol("+") || in.atSymbol("-")) {
      value = new Value.Operation(value, in.take().value(), product(in));
    }
    return value;
  }

  private Value product(Cursor in) {
    Value value = power(in);
    while (in.atSymbol("*") || in.atSymbol("/") || in.atSymbol("%")) {
      value = new Value.Operation(value, in.take().value(), power(in));
    }
    return value;
  }

  private Value power(Cursor in) {
    Value value = inZone(in);
    while (in.skipSymbol("^")) {
      value = new Value.Operation(value, "^", inZone(in));
    }
    return value;
  }

  private Value inZone(Cursor in) {
    Value value = signed(in);
    while (in.skip("at", "time", "zone")) {
      value = new Value.Operation(value, "at time zone", signed(in));
    }
    return value;
  }

  private Value signed(Cursor in) {
    boolean sign = false;
    while (in.atSymbol("-") || in.atSymbol("+")) {
      in.take();
      sign = true;
    }
    Value value = operand(in);
    return sign && value.equals(UNTYPED) ? OTHER : value;
  }

  private Value operand(Cursor in) {
    Value value = primary(in);
    while (true) {
      if (in.skipSymbol("::")) {
        value = new Value.Cast(value, casts.type(in));
      } else if (in.atSymbol("[")) {
        in.nested();
        value = OTHER;
      } else if (in.skipSymbol(".")) {
        in.take();
        value = OTHER;
      } else {
        return value;
      }
    }
  }

  private Value primary(Cursor in) {
    Token token = in.peek();
    return switch (token.kind()) {
      case INTEGER -> integer(in.take().value());
      case DECIMAL -> {
        in.take();
        yield new Value.Constant("numeric");
      }
      case STRING -> {
        boolean bits = "bBxX".indexOf(in.text(in.take()).charAt(0)) >= 0;
        yield bits ? OTHER : UNTYPED;
      }
      case UNICODE_STRING -> {
        in.take();
        if (in.skip("uescape")) {
          in.take();
        }
        yield UNTYPED;
      }
      case SYMBOL -> in.atSymbol("(") ? parentheses(in.nested()) : OTHER;
      case WORD -> word(in, token.value());
      case QUOTED_NAME -> named(in);
      default -> OTHER;
    };
  }

  private static Value integer(String digits) {
    if (!digits.chars().allMatch(Character::isDigit)) {
      return OTHER;
    }
    BigInteger number = new BigInteger(digits);
    boolean small = number.compareTo(MOST_INT4) <= 0;
    boolean large = number.compareTo(MOST_INT8) > 0;
    return new Value.Constant(small ? "int4" : large ? "numeric" : "int8");
  }

  private Value parentheses(Cursor inside) {
    if (QueryReader.startsQuery(inside)) {
      return OTHER;
    }
    Value value = expression(inside);
    return inside.atEnd() ? value : OTHER;
  }

  private Value word(Cursor in, String word) {
    boolean call = in.peek(1).isSymbol("(");
    switch (word) {
      case "null" -> {
        in.take();
        return UNTYPED;
      }
      case "true", "false" -> {
        in.take();
        return TRUTH;
      }
      case "case" -> {
        return caseOf(in);
      }
      case "array" -> {
        in.take();
        return in.atSymbol("[") ? new Value.Call(QualifiedName.of(word), list(in.nested())) : OTHER;
      }
      case "exists" -> {
        if (call) {
          in.take();
          in.skipParentheses();
          return TRUTH;
        }
      }
      default -> {
        if (ExpressionReader.isValue(word) && !in.peek(1).isSymbol(".")) {
          in.take();
          boolean precise = in.atSymbol("(");
          in.skipParentheses();
          return precise ? OTHER : new Value.Call(QualifiedName.of(word), List.of());
        }
      }
    }
    return Keywords.isReserved(word) && !call ? OTHER : named(in);
  }

  private Value caseOf(Cursor in) {
    in.take();
    if (!in.at("when")) {
      expression(in);
    }
    List<Value> results = new ArrayList<>();
    while (in.skip("when")) {
      expression(in);
      in.skip("then");
      results.add(expression(in));
    }
    results.add(0, in.skip("else") ? expression(in) : UNTYPED);
    return in.skip("end") ? new Value.Choice(results) : OTHER;
  }

  private Value named(Cursor in) {
    Cursor ahead = in.copy();
    if (casts.typedConstant(ahead).isPresent()) {
      return new Value.Cast(UNTYPED, casts.typedConstant(in).orElseThrow());
    }
    List<String> path = new ArrayList<>(List.of(in.take().value()));
    while (in.atSymbol(".") && in.peek(1).isName()) {
      in.take();
      path.add(in.take().value());
    }
    return in.atSymbol("(") ? call(path, in) : new Value.Column(path);
  }

  private Value call(List<String> path, Cursor in) {
    String name = path.get(path.size() - 1);
    Cursor inside = in.nested();
    if (path.size() == 1 && name.equals("cast")) {
      Value operand = expression(inside);
      return inside.skip("as") ? new Value.Cast(operand, casts.type(inside)) : OTHER;
    }
    List<Value> arguments = list(inside);
    if (in.at("within", "group")) {
      return OTHER;
    }
    if (in.at("filter") && in.peek(1).isSymbol("(")) {
      in.take();
      in.skipParentheses();
    }
    if (in.skip("over")) {
      if (in.atSymbol("(")) {
        in.skipParentheses();
      } else {
        in.take();
      }
    }
    if (path.size() > 1) {
      String schema = path.get(path.size() - 2);
      return new Value.Call(new QualifiedName(Optional.of(schema), name), arguments);
    }
    return switch (name) {
      case "coalesce", "greatest", "least" -> new Value.Choice(arguments);
      case "row", "grouping", "xmlelement", "json_object", "json_array" -> OTHER;
      default -> new Value.Call(QualifiedName.of(name), arguments);
    };
  }

  /** Arguments; one that cannot be read, or has words behind it, counts as anything. */
  private List<Value> list(Cursor inside) {
    List<Value> values = new ArrayList<>();
    if (inside.atSymbol("*") || inside.atEnd()) {
      return values;
    }
    for (Cursor part : inside.splitAtCommas()) {
      part.skipAny("distinct", "all", "both", "leading", "trailing");
      Value value = expression(part);
      boolean whole = part.atEnd() || part.at("from") || part.at("order", "by") || part.at("for");
      values.add(whole ? value : OTHER);
    }
    return values;
  }
}
