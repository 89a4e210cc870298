package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.SqlProblem.Kind;
import java.util.HashSet;
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
    if (depth(tokens) > MAX_DEPTH) {
      return notChecked(problems, start);
    }
    Set<Integer> names = new HashSet<>();
    OptionalInt error;
    try {
      error = Grammar.firstError(tokens, names);
    } catch (StackOverflowError tooDeep) {
      return notChecked(problems, start);
    }
    if (error.isPresent()) {
      int offset =
          error.getAsInt() < tokens.size()
              ? tokens.get(error.getAsInt()).start()
              : tokens.get(tokens.size() - 1).end();
      problems.add(Kind.SYNTAX, offset, "syntax error", "");
      return false;
    }
    names.forEach(i -> identifiers.add(tokens.get(i).value()));
    return true;
  }

  private static boolean notChecked(Problems problems, int offset) {
    problems.add(
        Kind.NOT_CHECKED,
        offset,
        "the statement is nested too deeply to be checked",
        "write it with fewer parentheses inside each other");
    return true;
  }

  private static int depth(List<Token> tokens) {
    int depth = 0;
    int deepest = 0;
    for (Token token : tokens) {
      if (token.isSymbol("(") || token.isSymbol("[")) {
        deepest = Math.max(deepest, ++depth);
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
      }
    }
    return deepest;
  }
}
