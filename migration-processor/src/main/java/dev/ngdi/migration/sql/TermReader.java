package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads expressions by PostgreSQL's precedence of operators. */
final class TermReader {
  private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");
  private static final Set<String> NO_OPERATORS = Set.of(":=", "=>", "::", "..");

  private final Cursor cursor;

  private TermReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** All that the cursor has left. */
  static Term read(Cursor rest) {
    Term term = start(rest);
    return rest.atEnd() ? term : new Term.Other();
  }

  /** As much as belongs to one expression. */
  static Term start(Cursor rest) {
    return new TermReader(rest).or();
  }

  private Term or() {
    Term term = and();
    while (cursor.skip("or")) {
      term = operation("or", term, and());
    }
    return term;
  }

  private Term and() {
    Term term = not();
    while (cursor.skip("and")) {
      term = operation("and", term, not());
    }
    return term;
  }

  private Term not() {
    return cursor.skip("not") ? operation("not", not()) : is();
  }

  private Term is() {
    Term term = comparison();
    while (true) {
      if (cursor.skip("isnull") || cursor.skip("is", "null")) {
        term = operation("is null", term);
      } else if (cursor.skip("notnull") || cursor.skip("is", "not", "null")) {
        term = operation("not", operation("is null", term));
      } else if (cursor.skip("is", "not", "true")) {
        term = operation("not", operation("is true", term));
      } else if (cursor.skip("is", "not", "false")) {
        term = operation("not", operation("is false", term));
      } else if (cursor.skip("is", "true")) {
        term = operation("is true", term);
      } else if (cursor.skip("is", "false")) {
        term = operation("is false", term);
      } else {
        return term;
      }
    }
  }

  private Term comparison() {
    Term left = among();
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.SYMBOL || !COMPARISONS.contains(token.value())) {
      return left;
    }
    cursor.take();
    boolean any = token.value().equals("=") && cursor.skipAny("any", "some");
    if (any) {
      return operation("= any", left, read(cursor.nested()));
    }
    return operation(token.value().equals("!=") ? "<>" : token.value(), left, among());
  }

  private Term among() {
    Term left = others();
    boolean negated = cursor.at("not") && cursor.peek(1).kind() == Token.Kind.WORD;
    if (negated) {
      cursor.take();
    }
    Term term;
    if (cursor.skip("in")) {
      term = in(left);
    } else if (cursor.at("like") || cursor.at("ilike")) {
      term = operation(cursor.take().value(), left, others());
    } else if (cursor.skip("between")) {
      Term from = others();
      cursor.skip("and");
      term = operation("and", operation(">=", left, from), operation("<=", left, others()));
    } else {
      return negated ? new Term.Other() : left;
    }
    return negated ? operation("not", term) : term;
  }

  private Term in(Term left) {
    Cursor values = cursor.nested();
    if (isQuery(values)) {
      return operation("= any", left, rows(Term.Use.ARRAY, values));
    }
    List<Term> operands = new ArrayList<>(List.of(left));
    values.splitAtCommas().forEach(value -> operands.add(read(value)));
    return new Term.Operation("in", operands);
  }

  private Term others() {
    Term term = sum();
    while (isOperator(cursor.peek())) {
      term = operation(cursor.take().value(), term, sum());
    }
    return term;
  }

  private static boolean isOperator(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        && !COMPARISONS.contains(token.value())
        && !NO_OPERATORS.contains(token.value())
        && Scanner.OPERATOR_CHARS.indexOf(token.value().charAt(0)) >= 0;
  }

  private Term sum() {
    Term term = product();
    while (cursor.atSymbol("+") || cursor.atSymbol("-")) {
      term = operation(cursor.take().value(), term, product());
    }
    return term;
  }

  private Term product() {
    Term term = unary();
    while (cursor.atSymbol("*") || cursor.atSymbol("/") || cursor.atSymbol("%")) {
      term = operation(cursor.take().value(), term, unary());
    }
    return term;
  }

  private Term unary() {
    if (cursor.skipSymbol("-")) {
      return operation("-", new Term.Numeric("0"), unary());
    }
    Term term = primary();
    while (true) {
      if (cursor.skipSymbol("::")) {
        term = new Term.Cast(term, TypeReader.read(cursor));
      } else if (cursor.atSymbol("[")) {
        term = operation("[]", term, read(cursor.nested()));
      } else {
        return term;
      }
    }
  }

  private Term primary() {
    Token token = cursor.peek();
    if (cursor.atSymbol("(")) {
      Cursor inside = cursor.nested();
      return isQuery(inside) ? rows(Term.Use.VALUE, inside) : read(inside);
    } else if (token.isString()) {
      cursor.take();
      return new Term.Text(StringConstant.text(cursor.text(token)));
    } else if (token.kind() == Token.Kind.INTEGER || token.kind() == Token.Kind.DECIMAL) {
      return new Term.Numeric(cursor.take().value());
    } else if (token.kind() == Token.Kind.PARAMETER) {
      return new Term.Name(List.of(cursor.take().value()));
    } else if (token.kind() == Token.Kind.WORD) {
      return word(token.value());
    } else if (token.isName()) {
      return named();
    }
    cursor.take();
    return new Term.Other();
  }

  private Term word(String word) {
    boolean parenthesis = cursor.peek(1).isSymbol("(");
    switch (word) {
      case "null" -> {
        cursor.take();
        return new Term.Null();
      }
      case "true", "false" -> {
        cursor.take();
        return new Term.Bool(word.equals("true"));
      }
      case "case" -> {
        cursor.take();
        return cases();
      }
      case "exists" -> {
        cursor.take();
        return rows(Term.Use.EXISTS, cursor.nested());
      }
      case "array" -> {
        cursor.take();
        return parenthesis
            ? rows(Term.Use.ARRAY, cursor.nested())
            : new Term.Elements(list(cursor.nested()));
      }
      case "cast" -> {
        return parenthesis ? cast() : named();
      }
      default -> {
        return named();
      }
    }
  }

  private Term cast() {
    cursor.take();
    Cursor inside = cursor.nested();
    Term operand = start(inside);
    return inside.skip("as") ? new Term.Cast(operand, TypeReader.read(inside)) : new Term.Other();
  }

  private Term cases() {
    Optional<Term> compared = cursor.at("when") ? Optional.empty() : Optional.of(or());
    List<Term> whens = new ArrayList<>();
    while (cursor.skip("when")) {
      Term condition = or();
      whens.add(compared.map(c -> operation("=", c, condition)).orElse(condition));
      cursor.skip("then");
      whens.add(or());
    }
    Term otherwise = cursor.skip("else") ? or() : new Term.Null();
    return cursor.skip("end") ? new Term.Case(whens, otherwise) : new Term.Other();
  }

  /** A name, a call, or a constant behind the name of its type. */
  private Term named() {
    int start = cursor.index();
    TypeName type = TypeReader.read(cursor);
    if (cursor.peek().isString()) {
      return new Term.Cast(new Term.Text(StringConstant.text(cursor.text(cursor.take()))), type);
    }
    cursor.back(start);
    List<String> path = new ArrayList<>(List.of(cursor.name()));
    while (cursor.atSymbol(".") && cursor.peek(1).isName()) {
      cursor.take();
      path.add(cursor.name());
    }
    if (!cursor.atSymbol("(")) {
      return new Term.Name(path);
    }
    int last = path.size() - 1;
    Optional<String> schema = last > 0 ? Optional.of(path.get(last - 1)) : Optional.empty();
    List<Term.Argument> arguments = arguments(cursor.nested());
    boolean more = cursor.at("over") || cursor.at("filter") || cursor.at("within");
    return more
        ? new Term.Other()
        : new Term.Call(new QualifiedName(schema, path.get(last)), arguments);
  }

  private static List<Term.Argument> arguments(Cursor inside) {
    List<Term.Argument> arguments = new ArrayList<>();
    if (inside.atEnd() || inside.atSymbol("*")) {
      return arguments;
    }
    for (Cursor argument : inside.splitAtCommas()) {
      boolean named = argument.peek(1).isSymbol("=>") || argument.peek(1).isSymbol(":=");
      Optional<String> name = named ? Optional.of(argument.name()) : Optional.empty();
      if (named) {
        argument.take();
      }
      arguments.add(new Term.Argument(name, read(argument)));
    }
    return arguments;
  }

  private static List<Term> list(Cursor inside) {
    return inside.atEnd()
        ? List.of()
        : inside.splitAtCommas().stream().map(TermReader::read).toList();
  }

  static boolean isQuery(Cursor inside) {
    return inside.at("select") || inside.at("values") || inside.at("with");
  }

  static Term rows(Term.Use use, Cursor query) {
    return Select.read(query)
        .<Term>map(select -> new Term.Rows(use, select))
        .orElseGet(Term.Other::new);
  }

  private static Term operation(String operator, Term... operands) {
    return new Term.Operation(operator, List.of(operands));
  }
}
