package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Set;

/**
 * Statements of which the grammar knows only a part, so that its refusal says nothing. They are
 * rare in migrations; the server has the last word.
 */
final class Unjudged {
  private static final List<String> HEADS =
      List.of(
          "create aggregate",
          "create or replace aggregate",
          "create operator",
          "create text search",
          "create collation",
          "create foreign data wrapper",
          "create subscription",
          "create tablespace",
          "create database",
          "create access method",
          "create transform",
          "alter aggregate",
          "alter operator",
          "alter text search",
          "alter collation",
          "alter foreign data wrapper",
          "alter foreign table",
          "alter subscription",
          "alter tablespace",
          "alter database",
          "alter system",
          "alter table all in",
          "alter index all in",
          "alter materialized view",
          "alter large object",
          "drop operator",
          "drop aggregate",
          "drop transform",
          "vacuum",
          "analyze",
          "analyse",
          "cluster",
          "security label",
          "load");

  private static final Set<String> FUNCTIONS_WITH_A_SYNTAX_OF_THEIR_OWN =
      Set.of(
          "json",
          "json_array",
          "json_arrayagg",
          "json_object",
          "json_objectagg",
          "json_query",
          "json_scalar",
          "json_serialize",
          "json_table",
          "json_value",
          "json_exists",
          "xmlexists",
          "xmltable",
          "xmlnamespaces",
          "xmlserialize",
          "xmlparse");

  private Unjudged() {}

  /** Whether the grammar's refusal of what stands at an offset says nothing. */
  static boolean covers(List<Token> statement, int offset) {
    Cursor cursor = new Cursor("", statement);
    return HEADS.stream().anyMatch(head -> cursor.at(head.split(" ", -1)))
        || isBaseType(cursor.copy())
        || isInFunctionWithOwnSyntax(statement, offset);
  }

  /** Between the parentheses of such a call, or directly behind them. */
  private static boolean isInFunctionWithOwnSyntax(List<Token> statement, int offset) {
    for (int i = 0; i + 1 < statement.size(); i++) {
      if (statement.get(i).kind() == Token.Kind.WORD
          && statement.get(i + 1).isSymbol("(")
          && FUNCTIONS_WITH_A_SYNTAX_OF_THEIR_OWN.contains(statement.get(i).value())) {
        int behind = i + 1 + Parentheses.length(statement, i + 1);
        boolean before = behind >= statement.size() || offset <= statement.get(behind).start();
        if (offset > statement.get(i).start() && before) {
          return true;
        }
      }
    }
    return false;
  }

  /** A type with functions for input and output. */
  private static boolean isBaseType(Cursor cursor) {
    if (!cursor.skip("create", "type")) {
      return false;
    }
    cursor.qualifiedName();
    return cursor.atSymbol("(") && cursor.peek(2).isSymbol("=");
  }
}
