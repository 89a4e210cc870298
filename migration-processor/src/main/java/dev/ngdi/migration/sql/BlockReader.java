package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads PL/pgSQL, as far as it can change what the database holds. */
final class BlockReader {
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

  private BlockReader(Cursor cursor) {
    this.cursor = cursor;
  }

  static List<BlockStep> read(String body) {
    return new BlockReader(Cursor.overAll(body)).steps();
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
    if (first.kind() != Token.Kind.WORD || isAssignment()) {
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

  private BlockStep block() {
    while (!cursor.atEnd() && !cursor.skip("begin")) {
      cursor.take();
    }
    List<BlockStep> steps = steps();
    List<BlockStep.Branch> handlers = new ArrayList<>();
    if (cursor.skip("exception")) {
      while (cursor.skip("when")) {
        String errors = until("then");
        handlers.add(new BlockStep.Branch(errors, steps()));
      }
    }
    finish("end");
    return new BlockStep.Nested(steps, handlers);
  }

  private BlockStep choice() {
    List<BlockStep.Branch> branches = new ArrayList<>();
    cursor.take();
    do {
      String condition = until("then");
      branches.add(new BlockStep.Branch(condition, steps()));
    } while (cursor.skipAny("elsif", "elseif"));
    if (cursor.skip("else")) {
      branches.add(new BlockStep.Branch("", steps()));
    }
    finish("end");
    return new BlockStep.Choice(branches);
  }

  private BlockStep cases() {
    List<BlockStep.Branch> branches = new ArrayList<>();
    cursor.seek("when");
    while (cursor.skip("when")) {
      String condition = until("then");
      branches.add(new BlockStep.Branch(condition, steps()));
    }
    if (cursor.skip("else")) {
      branches.add(new BlockStep.Branch("", steps()));
    }
    finish("end");
    return new BlockStep.Choice(branches);
  }

  private BlockStep loop() {
    until("loop");
    List<BlockStep> steps = steps();
    finish("end");
    return new BlockStep.Loop(steps);
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
    Cursor expression = statement();
    expression.take();
    while (expression.atSymbol("(")) {
      Cursor inner = expression.nested();
      if (!expression.atEnd() && !expression.at("using") && !expression.at("into")) {
        break;
      }
      expression = inner;
    }
    boolean formatted = expression.skip("format") || expression.skip("concat");
    if (formatted) {
      expression = expression.nested();
    }
    if (!expression.peek().isString()) {
      return new BlockStep.Execute(Optional.empty(), "");
    }
    String start = SettingReader.value(expression);
    boolean whole =
        expression.atEnd() || (!formatted && (expression.at("using") || expression.at("into")));
    boolean placeholders = formatted && start.contains("%");
    return new BlockStep.Execute(
        whole && !placeholders ? Optional.of(start) : Optional.empty(), start);
  }

  private Optional<BlockStep> leave() {
    boolean query = cursor.at("return", "query") || cursor.at("return", "next");
    skipToSemicolon();
    return query ? Optional.empty() : Optional.of(new BlockStep.Leave());
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
    Cursor statement = statement();
    if (WITHOUT_EFFECT.contains(word)) {
      return Optional.empty();
    }
    String text = statement.rest();
    if (QUERIES.contains(word)) {
      text = withoutInto(statement.copy());
      text = word.equals("perform") ? "SELECT" + text.substring("perform".length()) : text;
    }
    return Script.parse(text).statements().stream().findFirst().map(BlockStep.Sql::new);
  }

  /** The text without the variables that a query fills. */
  private static String withoutInto(Cursor statement) {
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
    statement.skip("strict");
    do {
      statement.qualifiedName();
      if (statement.atSymbol("[")) {
        statement.nested();
      }
    } while (statement.skipSymbol(","));
    return all.substring(0, start) + statement.rest();
  }
}
