package dev.ngdi.migration.sql;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What the grammar accepts and PostgreSQL does not. */
final class Strictness {
  private static final Set<String> BEFORE_STAR =
      Set.of("select", "distinct", "all", "returning", ",");
  private static final Set<String> BEFORE_TABLE_CONSTRAINT = Set.of("add", ",", "(");
  private static final Set<String> ROW_EVENTS = Set.of("insert", "update", "delete", "truncate");

  private Strictness() {}

  /** The offset of the first token that PostgreSQL would not take; empty if none is known. */
  static OptionalInt firstError(List<Token> statement) {
    if (statement.size() == 2
        && statement.get(0).isWord("create")
        && statement.get(1).isWord("schema")) {
      return OptionalInt.of(statement.get(1).end());
    }
    Token first = statement.get(0);
    boolean table = statement.size() > 1 && (first.isWord("create") || first.isWord("alter"));
    boolean trigger = first.isWord("create") && new Cursor("", statement).seek("trigger");
    for (int i = 1; i < statement.size(); i++) {
      Token token = statement.get(i);
      if (aliasesStar(statement, i)
          || (table && token.isWord("foreign") && isInColumn(statement, i))
          || (trigger && followsEvent(statement, i))
          || setsTwice(statement, i)) {
        return OptionalInt.of(token.start());
      }
    }
    return OptionalInt.empty();
  }

  /** {@code SELECT * t}, where {@code FROM} is missing. */
  private static boolean aliasesStar(List<Token> statement, int at) {
    Token token = statement.get(at);
    return at >= 2
        && statement.get(at - 1).isSymbol("*")
        && BEFORE_STAR.contains(statement.get(at - 2).value())
        && statement.get(at - 2).kind() != Token.Kind.QUOTED_NAME
        && !isField(statement, at - 2)
        && token.isName()
        && (token.kind() == Token.Kind.QUOTED_NAME
            || token.isWord("as")
            || !Keywords.isReserved(token.value()));
  }

  /** {@code FOREIGN KEY} behind the type of a column. */
  private static boolean isInColumn(List<Token> statement, int at) {
    if (at + 1 >= statement.size() || !statement.get(at + 1).isWord("key")) {
      return false;
    }
    boolean named = at >= 2 && statement.get(at - 2).isWord("constraint");
    return !named && !BEFORE_TABLE_CONSTRAINT.contains(statement.get(at - 1).value());
  }

  /** {@code SET SET a}. */
  private static boolean setsTwice(List<Token> statement, int at) {
    return at > 3
        && statement.get(at).isName()
        && statement.get(at - 1).isWord("set")
        && statement.get(at - 2).isWord("set")
        && !isField(statement, at - 2)
        && statement.get(0).isWord("update");
  }

  /** Whether it stands behind a dot, where each word is a name. */
  private static boolean isField(List<Token> statement, int at) {
    return at > 0 && statement.get(at - 1).isSymbol(".");
  }

  /** {@code INSERT UPDATE}, where {@code OR} is missing. */
  private static boolean followsEvent(List<Token> statement, int at) {
    return isEvent(statement.get(at)) && isEvent(statement.get(at - 1));
  }

  private static boolean isEvent(Token token) {
    return token.kind() == Token.Kind.WORD && ROW_EVENTS.contains(token.value());
  }
}
