package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL accepts and the grammar does not, put into words that the grammar knows. */
final class Dialect {
  private static final List<Rewrite> REWRITES =
      List.of(
          new Rewrite("language <string>", "$1 plpgsql"),
          new Rewrite("using <names> as <name>", "$1 $2"),
          new Rewrite("alter constraint <name> enforced", "$1 $2 $3"),
          new Rewrite("not enforced not valid", ""),
          new Rewrite("not enforced", ""),
          new Rewrite("initially deferred|immediate deferrable not valid", "$3 $1 $2"),
          new Rewrite("initially deferred|immediate deferrable", "$3 $1 $2"),
          new Rewrite("initially deferred|immediate not valid", "$1 $2"),
          new Rewrite("deferrable initially deferred|immediate not valid", "$1 $2 $3"),
          new Rewrite("deferrable not valid", "$1"),
          new Rewrite("not valid no inherit", "$3 $4"),
          new Rewrite(
              "pg_catalog . bit|float|int|interval|numeric|real|time|timestamp|varchar", "$3"),
          new Rewrite("select|insert|update|references <names> ,|on", "$1 $3"),
          new Rewrite("not null collate <name> . <name>", "$1 $2"),
          new Rewrite("not null collate <name>", "$1 $2"),
          new Rewrite("identity ( restart <int>", "$1 $2 start $4"),
          new Rewrite("identity ( restart with <int>", "$1 $2 start $5"),
          new Rewrite("at local", "$1 time zone ''"),
          new Rewrite("drop routine", "$1 function"),
          new Rewrite("alter routine <name> <parens>", "$1 function $3 $4"),
          new Rewrite("alter routine <name> . <name> <parens>", "$1 function $3 $4 $5 $6"),
          new Rewrite("alter function|procedure|routine <name> <word>", "$1 function $3 ( ) $4"),
          new Rewrite(
              "alter function|procedure|routine <name> . <name> <word>",
              "$1 function $3 $4 $5 ( ) $6"),
          new Rewrite("on routines", "$1 functions"),
          new Rewrite("on function|procedure <name> to|from|,|is", "$1 $2 $3 ( ) $4"),
          new Rewrite(
              "on function|procedure <name> . <name> to|from|,|is", "$1 $2 $3 $4 $5 ( ) $6"),
          new Rewrite("all privileges <parens>", "$1 $3"),
          new Rewrite("set schema <string>", "$1 $2 to $3"),
          new Rewrite("as execute <name> !(", "$1 $2 $3 ( )"),
          new Rewrite("group by distinct|all", "$1 $2"),
          new Rewrite("is normalized", "$1 null"),
          new Rewrite("is not normalized", "$1 $2 null"),
          new Rewrite("is nfc|nfd|nfkc|nfkd normalized", "$1 null"),
          new Rewrite("is not nfc|nfd|nfkc|nfkd normalized", "$1 $2 null"),
          new Rewrite("normalize <parens>", "f $2"),
          new Rewrite("no indent )", "$3"),
          new Rewrite("indent )", "$2"),
          new Rewrite(", - <int> )", "$1 $3 $4"),
          new Rewrite("<name> . <name> . <name> % type", "$3 $4 $5"),
          new Rewrite("% type", ""),
          new Rewrite("merge into only", "$1 $2"),
          new Rewrite("as int|int2|int4|int8", "$1 bigint"),
          new Rewrite("uescape <string>", ""),
          new Rewrite(", inherit|set|admin true|false|option", ""),
          new Rewrite("alter statistics if exists", "$1 $2"),
          new Rewrite("set|show <name> . <name> . <name>", "$1 $2 $3 $4"),
          new Rewrite("time zone local", "$1 $2 default"),
          new Rewrite("partition of <name> <parens>", "$1 $2 $3"),
          new Rewrite("partition of <name> . <name> <parens>", "$1 $2 $3 $4 $5"),
          new Rewrite("system_user", "current_user"));

  private static final Set<String> AFTER_FROM =
      Set.of(
          "where", "group", "order", "having", "limit", "union", "window", "select", "set", "on");

  private Dialect() {}

  /** Statements that the grammar accepts if PostgreSQL accepts this one. */
  static List<List<Token>> translate(List<Token> statement) {
    List<List<Token>> statements = new ArrayList<>();
    for (List<Token> part : splitSchemaElements(statement)) {
      statements.add(nameSubqueries(rewrite(firstOfDroppedFunctions(part))));
    }
    return statements;
  }

  private static List<Token> rewrite(List<Token> statement) {
    List<Token> result = new ArrayList<>(statement.size());
    int at = 0;
    while (at < statement.size()) {
      int place = at;
      Optional<Rewrite.Replaced> replaced =
          REWRITES.stream().flatMap(r -> r.at(statement, place).stream()).findFirst();
      if (replaced.isPresent()) {
        result.addAll(replaced.get().tokens());
        at += replaced.get().used();
      } else {
        result.add(statement.get(at++));
      }
    }
    return result;
  }

  /** {@code CREATE SCHEMA} with the objects to make in it: one statement each. */
  private static List<List<Token>> splitSchemaElements(List<Token> statement) {
    if (!startsWith(statement, "create", "schema")) {
      return List.of(statement);
    }
    List<List<Token>> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < statement.size(); i++) {
      Token token = statement.get(i);
      depth += Parentheses.change(token);
      boolean grant = token.isWord("grant") && !statement.get(i - 1).isWord("with");
      if (i > 0 && depth == 0 && (token.isWord("create") || grant)) {
        parts.add(statement.subList(from, i));
        from = i;
      }
    }
    parts.add(statement.subList(from, statement.size()));
    return parts;
  }

  /** The grammar knows no list of them. */
  private static List<Token> firstOfDroppedFunctions(List<Token> statement) {
    boolean functions =
        startsWith(statement, "drop", "function")
            || startsWith(statement, "drop", "procedure")
            || startsWith(statement, "drop", "routine")
            || startsWith(statement, "drop", "aggregate");
    if (!functions) {
      return statement;
    }
    int depth = 0;
    for (int i = 0; i < statement.size(); i++) {
      depth += Parentheses.change(statement.get(i));
      if (depth == 0 && statement.get(i).isSymbol(",") && i + 1 < statement.size()) {
        return statement.subList(0, i);
      }
    }
    return statement;
  }

  /** Since PostgreSQL 16 a query in {@code FROM} needs no name. */
  private static List<Token> nameSubqueries(List<Token> statement) {
    List<Token> result = new ArrayList<>(statement);
    for (int i = 1; i < result.size(); i++) {
      if (!isSubquery(result, i) || !followsFrom(result, i)) {
        continue;
      }
      int behind = i + Parentheses.length(result, i);
      if (behind >= result.size() || !canBeAlias(result.get(behind))) {
        int start = result.get(behind - 1).start();
        result.add(behind, new Token(Token.Kind.QUOTED_NAME, start, start, "subquery"));
      }
    }
    return result;
  }

  private static boolean isSubquery(List<Token> tokens, int at) {
    int inner = at;
    while (inner < tokens.size() && tokens.get(inner).isSymbol("(")) {
      inner++;
    }
    return inner > at
        && inner < tokens.size()
        && Set.of("select", "values", "with").contains(tokens.get(inner).value());
  }

  private static boolean followsFrom(List<Token> tokens, int at) {
    Token before = tokens.get(at - 1);
    if (before.isWord("from") || before.isWord("join") || before.isWord("lateral")) {
      return true;
    }
    int depth = 0;
    for (int i = at - 1; before.isSymbol(",") && i >= 0; i--) {
      Token token = tokens.get(i);
      depth += Parentheses.change(token);
      if (depth > 0 || (depth == 0 && AFTER_FROM.contains(token.value()))) {
        return false;
      }
      if (depth == 0 && token.isWord("from")) {
        return true;
      }
    }
    return false;
  }

  private static boolean canBeAlias(Token token) {
    return token.kind() == Token.Kind.QUOTED_NAME
        || (token.kind() == Token.Kind.WORD
            && (token.value().equals("as") || !Keywords.isReserved(token.value())));
  }

  private static boolean startsWith(List<Token> statement, String first, String second) {
    return statement.size() > 2
        && statement.get(0).isWord(first)
        && statement.get(1).isWord(second);
  }
}
