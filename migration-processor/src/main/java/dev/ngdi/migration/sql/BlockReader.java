package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** Reads PL/pgSQL, as far as it can change what the database holds. */
final class BlockReader {
  /** What begins a declaration of something else than a type with a plain name. */
  private static final List<String> OTHER_TYPES =
      List.of(
          "alias",
          "bigint",
          "bit",
          "boolean",
          "char",
          "character",
          "cursor",
          "dec",
          "decimal",
          "double",
          "float",
          "int",
          "integer",
          "interval",
          "json",
          "national",
          "nchar",
          "no",
          "numeric",
          "real",
          "record",
          "refcursor",
          "scroll",
          "setof",
          "smallint",
          "time",
          "timestamp",
          "varchar");

  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "null",
          "get",
          "open",
          "fetch",
          "close",
          "move",
          "assert",
          "commit",
          "rollback",
          "declare");
  private static final Set<String> QUERIES =
      Set.of("select", "with", "insert", "update", "delete", "merge", "values", "table", "perform");

  private final Cursor cursor;
  private final IntFunction<Position> place;

  private BlockReader(Cursor cursor, IntFunction<Position> place) {
    this.cursor = cursor;
    this.place = place;
  }

  static List<BlockStep> read(String body, IntFunction<Position> place) {
    return new BlockReader(Cursor.overAll(body), place).steps();
  }

  private List<BlockStep> steps() {
    List<BlockStep> steps = new ArrayList<>();
    while (!cursor.atEnd() && !atEndOfSteps()) {
      int before = cursor.index();
      step().ifPresent(steps::add);
      if (cursor.index() == before) {
        cursor.take();
      }
    }
    return steps;
  }

  private boolean atEndOfSteps() {
    return cursor.at("end")
        || cursor.at("else")
        || cursor.at("elsif")
        || cursor.at("elseif")
        || cursor.at("exception")
        || cursor.at("when");
  }

  private Optional<BlockStep> step() {
    skipLabel();
    Token first = cursor.peek();
    if (first.isSymbol(";")) {
      cursor.take();
      return Optional.empty();
    }
    if (isAssignment()) {
      return Optional.of(assignment());
    }
    if (first.kind() != Token.Kind.WORD) {
      skipToSemicolon();
      return Optional.empty();
    }
    return switch (first.value()) {
      case "declare", "begin" -> Optional.of(block());
      case "if" -> Optional.of(choice());
      case "case" -> Optional.of(cases());
      case "loop", "while", "for", "foreach" -> Optional.of(loop());
      case "execute" -> Optional.of(execute());
      case "return", "exit", "continue" -> leave();
      case "raise" -> raise();
      default -> other(first.value());
    };
  }

  private void skipLabel() {
    if (cursor.atSymbol("<<")) {
      while (!cursor.atEnd() && !cursor.skipSymbol(">>")) {
        cursor.take();
      }
    }
  }

  private boolean isAssignment() {
    int i = 1;
    while (cursor.peek(i).isSymbol(".") && cursor.peek(i + 1).isName()) {
      i += 2;
    }
    Token next = cursor.peek(i);
    return next.isSymbol(":=") || next.isSymbol("=") || next.isSymbol("[");
  }

  private BlockStep assignment() {
    Cursor statement = statement();
    String variable = statement.name();
    boolean part = statement.atSymbol(".") || statement.atSymbol("[");
    while (!statement.atEnd() && !statement.atSymbol(":=") && !statement.atSymbol("=")) {
      statement.take();
    }
    statement.take();
    return new BlockStep.Assign(variable, part, value(statement));
  }

  /** An expression; behind it can stand the rest of a query without its {@code SELECT}. */
  private static Term value(Cursor expression) {
    return TermReader.read(expression);
  }

  private BlockStep block() {
    List<BlockStep.Variable> variables = new ArrayList<>();
    while (!cursor.atEnd() && !cursor.skip("begin")) {
      cursor.skip("declare");
      if (!cursor.at("begin")) {
        declaration(statement()).ifPresent(variables::add);
      }
    }
    List<BlockStep> steps = steps();
    List<BlockStep.Branch> handlers = new ArrayList<>();
    if (cursor.skip("exception")) {
      while (cursor.skip("when")) {
        handlers.add(branch());
      }
    }
    finish("end");
    return new BlockStep.Nested(variables, steps, handlers);
  }

  private static Optional<BlockStep.Variable> declaration(Cursor declaration) {
    if (!declaration.peek().isName()) {
      return Optional.empty();
    }
    String name = declaration.name();
    boolean other = declaration.at("alias") || declaration.at("cursor");
    declaration.skip("constant");
    Optional<String> type = type(declaration);
    while (!declaration.atEnd()
        && !declaration.skipSymbol(":=")
        && !declaration.skipSymbol("=")
        && !declaration.skip("default")) {
      declaration.take();
    }
    Term value = declaration.atEnd() ? new Term.Null() : value(declaration);
    return Optional.of(new BlockStep.Variable(name, other ? new Term.Other() : value, type));
  }

  private static Optional<String> type(Cursor declaration) {
    Token next = declaration.peek(1);
    boolean plain =
        declaration.peek().isName()
            && !next.isSymbol(".")
            && !next.isSymbol("%")
            && OTHER_TYPES.stream().noneMatch(declaration::at);
    return plain ? Optional.of(declaration.name()) : Optional.empty();
  }

  private BlockStep.Branch branch() {
    int start = cursor.index();
    String condition = until("then");
    Term test = TermReader.read(cursor.since(start).withoutLast(1));
    return new BlockStep.Branch(condition, test, steps());
  }

  private BlockStep.Branch otherwise() {
    return new BlockStep.Branch("", new Term.Bool(true), steps());
  }

  private BlockStep choice() {
    List<BlockStep.Branch> branches = new ArrayList<>();
    cursor.take();
    do {
      branches.add(branch());
    } while (cursor.skipAny("elsif", "elseif"));
    if (cursor.skip("else")) {
      branches.add(otherwise());
    }
    finish("end");
    return new BlockStep.Choice(branches);
  }

  private BlockStep cases() {
    List<BlockStep.Branch> branches = new ArrayList<>();
    cursor.take();
    int start = cursor.index();
    cursor.seek("when");
    Cursor head = cursor.since(start);
    Optional<Term> compared = head.atEnd() ? Optional.empty() : Optional.of(TermReader.read(head));
    while (cursor.skip("when")) {
      BlockStep.Branch branch = branch();
      Term test =
          compared
              .<Term>map(c -> new Term.Operation("=", List.of(c, branch.test())))
              .orElse(branch.test());
      branches.add(new BlockStep.Branch(branch.condition(), test, branch.steps()));
    }
    if (cursor.skip("else")) {
      branches.add(otherwise());
    }
    finish("end");
    return new BlockStep.Choice(branches);
  }

  private BlockStep loop() {
    int start = cursor.index();
    until("loop");
    Cursor head = cursor.since(start).withoutLast(1);
    List<String> variables = new ArrayList<>();
    Term over = LoopHead.read(head, variables);
    List<BlockStep> steps = steps();
    finish("end");
    return new BlockStep.Loop(variables, over, steps);
  }

  /** Goes behind {@code END IF;} and its like. */
  private void finish(String word) {
    if (cursor.skip(word)) {
      skipToSemicolon();
    }
  }

  /** The text up to a word that stands in no parentheses and no {@code CASE}; goes behind it. */
  private String until(String word) {
    int start = cursor.index();
    int depth = 0;
    int cases = 0;
    while (!cursor.atEnd() && !(depth == 0 && cases == 0 && cursor.at(word))) {
      Token token = cursor.take();
      depth += Parentheses.change(token);
      if (token.isWord("case")) {
        cases++;
      } else if (token.isWord("end")) {
        cases--;
      }
    }
    String text = cursor.since(start).rest();
    cursor.skip(word);
    return text;
  }

  private Cursor statement() {
    int start = cursor.index();
    int depth = 0;
    while (!cursor.atEnd() && !(depth <= 0 && cursor.atSymbol(";"))) {
      depth += Parentheses.change(cursor.take());
    }
    Cursor statement = cursor.since(start);
    cursor.skipSymbol(";");
    return statement;
  }

  private void skipToSemicolon() {
    statement();
  }

  private BlockStep execute() {
    Position at = place.apply(cursor.peek().start());
    Cursor expression = statement();
    expression.take();
    String start = constantStart(expression.copy());
    Term sql = TermReader.start(expression);
    List<String> into = new ArrayList<>();
    if (expression.seek("into")) {
      expression.take();
      targets(expression, into);
    }
    return new BlockStep.Execute(sql, into, start, at);
  }

  private static String constantStart(Cursor expression) {
    Cursor start = expression;
    while (start.atSymbol("(") || start.skip("format") || start.skip("concat")) {
      start = start.atSymbol("(") ? start.nested() : start;
    }
    return start.peek().isString() ? SettingReader.value(start) : "";
  }

  private Optional<BlockStep> leave() {
    Cursor statement = statement();
    boolean query = statement.at("return", "query") || statement.at("return", "next");
    String what = statement.take().value();
    boolean conditional = statement.seek("when");
    statement.skip("when");
    Term when = conditional ? TermReader.read(statement) : new Term.Bool(true);
    return query ? Optional.empty() : Optional.of(new BlockStep.Leave(what, when));
  }

  private Optional<BlockStep> raise() {
    Cursor statement = statement();
    statement.take();
    String level = statement.peek().value().toLowerCase(Locale.ROOT);
    boolean harmless =
        Set.of("notice", "info", "warning", "log", "debug").contains(level)
            && statement.peek().kind() == Token.Kind.WORD;
    return harmless ? Optional.empty() : Optional.of(new BlockStep.Fail());
  }

  private Optional<BlockStep> other(String word) {
    Position at = place.apply(cursor.peek().start());
    Cursor statement = statement();
    if (WITHOUT_EFFECT.contains(word)) {
      return Optional.empty();
    }
    String text = statement.rest();
    List<String> into = new ArrayList<>();
    if (QUERIES.contains(word)) {
      text = withoutInto(statement.copy(), into);
      text = word.equals("perform") ? "SELECT" + text.substring("perform".length()) : text;
    }
    Cursor query = Cursor.over(text);
    Term rows =
        TermReader.isQuery(query) ? TermReader.rows(Term.Use.ROWS, query) : new Term.Other();
    return Script.parse(text, at).statements().stream()
        .findFirst()
        .map(sql -> new BlockStep.Sql(sql, rows, into));
  }

  /** The text without the variables that a query fills. */
  private static String withoutInto(Cursor statement, List<String> into) {
    String all = statement.rest();
    int from = statement.peek().start();
    if (statement.at("insert") || statement.at("merge")) {
      statement.skipAny("insert", "merge");
      statement.skip("into");
    }
    if (!statement.seek("into")) {
      return all;
    }
    int start = statement.peek().start() - from;
    statement.take();
    targets(statement, into);
    return all.substring(0, start) + statement.rest();
  }

  /** Goes behind the variables, of which a changed field counts as the whole. */
  private static void targets(Cursor statement, List<String> into) {
    statement.skip("strict");
    do {
      into.add(statement.peek().value());
      statement.qualifiedName();
      if (statement.atSymbol("[")) {
        statement.nested();
      }
    } while (statement.skipSymbol(","));
  }
}
