package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads conditions and their operands. */
final class ConditionReader {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

  private final Cursor cursor;

  ConditionReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Condition read() {
    Condition condition = disjunction();
    return cursor.atEnd() ? condition : new Condition.Other("");
  }

  Operand readOperand() {
    Operand operand = operand();
    return cursor.atEnd() ? operand : new Operand.Other();
  }

  private Condition disjunction() {
    List<Condition> parts = new ArrayList<>(List.of(conjunction()));
    while (cursor.skip("or")) {
      parts.add(conjunction());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>(List.of(negation()));
    while (cursor.skip("and")) {
      parts.add(negation());
    }
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private Condition negation() {
    return cursor.skip("not") ? not(negation()) : predicate();
  }

  private static Condition not(Condition condition) {
    if (condition instanceof Condition.NullTest test) {
      return new Condition.NullTest(test.operand(), !test.isNull());
    } else if (condition instanceof Condition.All all) {
      return new Condition.Any(all.parts().stream().map(ConditionReader::not).toList());
    } else if (condition instanceof Condition.Any any) {
      return new Condition.All(any.parts().stream().map(ConditionReader::not).toList());
    } else if (condition instanceof Condition.Comparison comparison) {
      return new Condition.Comparison(
          comparison.left(), opposite(comparison.operator()), comparison.right());
    }
    return new Condition.Other("");
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "=" -> "<>";
      case "<>" -> "=";
      case "<" -> ">=";
      case "<=" -> ">";
      case ">" -> "<=";
      default -> "<";
    };
  }

  private Condition predicate() {
    int start = cursor.index();
    Optional<Condition> parenthesised = parenthesised();
    if (parenthesised.isPresent()) {
      return parenthesised.get();
    }
    cursor.back(start);
    Optional<Condition> known = known(operand());
    if (known.isPresent() && endsHere()) {
      return known.get();
    }
    cursor.back(start);
    skipPredicate();
    return new Condition.Other(cursor.since(start).rest());
  }

  private Optional<Condition> parenthesised() {
    if (!cursor.atSymbol("(")) {
      return Optional.empty();
    }
    Cursor inside = cursor.nested();
    boolean list = inside.copy().splitAtCommas().size() > 1;
    if (list && cursor.skip("is", "not", "null") && endsHere()) {
      return Optional.of(
          new Condition.All(
              inside.splitAtCommas().stream()
                  .<Condition>map(
                      part ->
                          new Condition.NullTest(new ConditionReader(part).readOperand(), false))
                  .toList()));
    }
    if (endsHere()) {
      return Optional.of(new ConditionReader(inside).read());
    }
    if (cursor.skipSymbol("=") && cursor.skip("true") && endsHere()) {
      return Optional.of(new ConditionReader(inside).read());
    }
    return Optional.empty();
  }

  private boolean endsHere() {
    return cursor.atEnd() || cursor.at("and") || cursor.at("or");
  }

  private void skipPredicate() {
    int depth = 0;
    boolean between = false;
    while (!cursor.atEnd()) {
      if (depth == 0 && (cursor.at("or") || (cursor.at("and") && !between))) {
        return;
      }
      between = depth == 0 && !cursor.at("and") && (between || cursor.at("between"));
      depth += Parentheses.change(cursor.take());
    }
  }

  private Optional<Condition> known(Operand left) {
    if (cursor.skip("isnull") || cursor.skip("is", "null")) {
      return Optional.of(new Condition.NullTest(left, true));
    }
    if (cursor.skip("notnull")
        || cursor.skip("is", "not", "null")
        || cursor.skip("is", "distinct", "from", "null")) {
      return Optional.of(new Condition.NullTest(left, false));
    }
    if (cursor.skip("between")) {
      Operand low = operand();
      return cursor.skip("and")
          ? Optional.of(
              new Condition.All(
                  List.of(
                      new Condition.Comparison(left, ">=", low),
                      new Condition.Comparison(left, "<=", operand()))))
          : Optional.empty();
    }
    if (cursor.skip("in") && cursor.atSymbol("(")) {
      return Optional.of(anyOf(left, cursor.nested()));
    }
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.SYMBOL || !COMPARISONS.contains(token.value())) {
      return Optional.empty();
    }
    cursor.take();
    if (token.value().equals("=") && cursor.skipAny("any", "some")) {
      Cursor array = cursor.nested();
      return array.skip("array") && array.atSymbol("[")
          ? Optional.of(anyOf(left, array.nested()))
          : Optional.empty();
    }
    String operator = token.value().equals("!=") ? "<>" : token.value();
    return Optional.of(new Condition.Comparison(left, operator, operand()));
  }

  private static Condition anyOf(Operand left, Cursor values) {
    return new Condition.Any(
        values.splitAtCommas().stream()
            .<Condition>map(
                value ->
                    new Condition.Comparison(left, "=", new ConditionReader(value).readOperand()))
            .toList());
  }

  private Operand operand() {
    Operand operand = primary();
    while (cursor.skipSymbol("::")) {
      operand = cast(operand, TypeReader.read(cursor));
    }
    return operand;
  }

  private Operand primary() {
    if (cursor.atSymbol("(")) {
      return new ConditionReader(cursor.nested()).readOperand();
    }
    if (cursor.at("cast") && cursor.peek(1).isSymbol("(")) {
      cursor.take();
      Cursor inside = cursor.nested();
      Operand operand = new ConditionReader(inside).operand();
      return inside.skip("as") ? cast(operand, TypeReader.read(inside)) : new Operand.Other();
    }
    boolean negative = cursor.skipSymbol("-");
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.INTEGER || token.kind() == Token.Kind.DECIMAL) {
      cursor.take();
      return new Operand.Constant((negative ? "-" : "") + token.value(), false, List.of());
    }
    if (negative) {
      return new Operand.Other();
    }
    if (token.isString()) {
      cursor.take();
      return new Operand.Constant(StringConstant.text(cursor.text(token)), true, List.of());
    }
    if (token.kind() == Token.Kind.WORD && CONSTANTS.contains(token.value())) {
      cursor.take();
      return new Operand.Constant(token.value(), false, List.of());
    }
    return token.isName() ? named() : new Operand.Other();
  }

  /** A column, or a constant behind the name of its type. */
  private Operand named() {
    int start = cursor.index();
    TypeName type = TypeReader.read(cursor);
    if (cursor.peek().isString()) {
      String text = StringConstant.text(cursor.text(cursor.take()));
      return new Operand.Constant(text, true, List.of(type));
    }
    cursor.back(start);
    QualifiedName name = cursor.qualifiedName();
    return cursor.atSymbol("(") || cursor.atSymbol("[")
        ? new Operand.Other()
        : new Operand.Column(name.name(), List.of());
  }

  private static Operand cast(Operand operand, TypeName type) {
    if (operand instanceof Operand.Column column) {
      return new Operand.Column(column.name(), with(column.casts(), type));
    } else if (operand instanceof Operand.Constant constant) {
      return new Operand.Constant(constant.text(), constant.quoted(), with(constant.casts(), type));
    }
    return operand;
  }

  private static List<TypeName> with(List<TypeName> casts, TypeName type) {
    List<TypeName> more = new ArrayList<>(casts);
    more.add(type);
    return more;
  }
}
