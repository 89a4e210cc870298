package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.SqlProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a script, and words what its lexical rules forbid. */
final class Problems {
  private final LineMap lines;
  private final List<SqlProblem> found = new ArrayList<>();

  Problems(LineMap lines) {
    this.lines = lines;
  }

  /** Whether the lexical rules are broken in the statement that begins there, or behind it. */
  boolean breakStatementAt(int offset) {
    return found.stream().anyMatch(p -> p.at().offset() >= offset && p.kind() != Kind.PSQL_COMMAND);
  }

  List<SqlProblem> inOrder() {
    found.sort(Comparator.comparingInt(p -> p.at().offset()));
    return List.copyOf(found);
  }

  void add(Kind kind, int offset, String message, String instead) {
    found.add(new SqlProblem(kind, lines.position(offset), lines.lineAt(offset), message, instead));
  }

  void unclosed(int offset, String what, String opening, String closing) {
    Position at = lines.position(offset);
    add(
        Kind.UNCLOSED,
        offset,
        "the %s that `%s` opens in line %d is not closed".formatted(what, opening, at.line()),
        "close it with `%s`".formatted(closing));
  }

  void nul(int offset) {
    add(
        Kind.NUL,
        offset,
        "the character NUL, which no PostgreSQL text can hold",
        "remove the character");
  }

  void byteOrderMark() {
    add(
        Kind.SYNTAX,
        0,
        "a byte order mark stands before the first statement",
        "save the file as UTF-8 without it");
  }

  void psqlCommand(int offset, String command) {
    String name = command.split("\\s", 2)[0];
    String instead =
        switch (name) {
          case "\\copy" -> "put the rows into an `INSERT`";
          case "\\i", "\\ir", "\\include", "\\include_relative" ->
              "put the statements of that file here, or name the file in the annotation";
          case "\\set", "\\gset", "\\unset" -> "write the value where it is used";
          case "\\c", "\\connect" -> "leave it out: a migration runs on one connection";
          case "\\." -> "put the rows into an `INSERT`";
          default -> "leave it out";
        };
    add(
        Kind.PSQL_COMMAND,
        offset,
        "`%s` is a command of psql, which the server does not know".formatted(name),
        instead);
  }

  void copyFromStdin(int offset) {
    add(
        Kind.PSQL_COMMAND,
        offset,
        "`COPY … FROM STDIN` needs psql, which sends the rows behind it",
        "put the rows into an `INSERT`");
  }

  void junkBehindNumber(int offset, String number) {
    add(
        Kind.SYNTAX,
        offset,
        "syntax error at `%s`: a number ends where letters begin".formatted(number),
        "put a space behind the number, or the name into double quotes");
  }

  void emptyName(int offset) {
    add(Kind.SYNTAX, offset, "syntax error at `\"\"`: a name has at least one character", "");
  }
}
