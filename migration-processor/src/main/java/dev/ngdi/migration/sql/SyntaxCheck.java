package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.SqlProblem.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Asks the grammar whether a statement is SQL, and words the answer. */
final class SyntaxCheck {
  /** The grammar's time grows steeply with the depth; nobody writes more than this by hand. */
  private static final int MAX_DEPTH = 100;

  private SyntaxCheck() {}

  /** Whether it is SQL as far as can be told; adds its names, or else a problem. */
  static boolean accepts(
      String sql, List<Token> tokens, Problems problems, Set<String> identifiers) {
    int start = tokens.get(0).start();
    if (Parentheses.deepest(tokens) > MAX_DEPTH) {
      return notChecked(problems, start);
    }
    try {
      OptionalInt error = firstError(tokens, identifiers);
      if (error.isPresent()) {
        SyntaxError worded = SyntaxErrors.word(sql, tokens, error.getAsInt());
        problems.add(Kind.SYNTAX, error.getAsInt(), worded.message(), worded.instead());
      }
      return error.isEmpty();
    } catch (StackOverflowError tooDeep) {
      return notChecked(problems, start);
    }
  }

  /** The offset of the first token that PostgreSQL would not take; empty if it takes them all. */
  static OptionalInt firstError(List<Token> tokens, Set<String> identifiers) {
    if (PlainStatement.recognizes(tokens, identifiers)) {
      return OptionalInt.empty();
    }
    OptionalInt strict = Strictness.firstError(tokens);
    if (strict.isPresent()) {
      return strict;
    }
    OptionalInt error = Grammar.firstError(tokens, identifiers);
    if (error.isEmpty()) {
      return error;
    }
    OptionalInt translated = OptionalInt.empty();
    for (List<Token> part : Dialect.translate(tokens)) {
      translated = Grammar.firstError(part, identifiers);
      if (translated.isPresent()) {
        break;
      }
    }
    boolean judged = translated.isPresent() && !Unjudged.covers(tokens, translated.getAsInt());
    return judged ? translated : OptionalInt.empty();
  }

  private static boolean notChecked(Problems problems, int offset) {
    problems.add(
        Kind.NOT_CHECKED,
        offset,
        "the statement is nested too deeply to be checked",
        "write it with fewer parentheses inside each other");
    return true;
  }
}
