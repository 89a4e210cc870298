package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxProblemTest {

  /** The statement, the column of the mistake, what is said of it, what to write instead. */
  static Stream<Arguments> mistakes() {
    return Stream.of(
        row(
            "CREATE TABEL x (id int)",
            8,
            "syntax error at `TABEL`: did you mean `TABLE`?",
            "CREATE TABLE x (id int)"),
        row("DROP TBLE x", 6, "syntax error at `TBLE`: did you mean `TABLE`?", "DROP TABLE x"),
        row(
            "ALTER TABLE t ADD COSTRAINT fk FOREIGN KEY (a) REFERENCES b (id)",
            32,
            "syntax error at `FOREIGN`: did you mean `CONSTRAINT` instead of `COSTRAINT`?",
            "ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b (id)"),
        row(
            "CREATE INDEX CONCURENTLY i ON t (a)",
            26,
            "syntax error at `i`: did you mean `CONCURRENTLY` instead of `CONCURENTLY`?",
            "CREATE INDEX CONCURRENTLY i ON t (a)"),
        row(
            "INSERT INTO t (a) VALUE (1)",
            19,
            "syntax error at `VALUE`: did you mean `VALUES`?",
            "INSERT INTO t (a) VALUES (1)"),
        row(
            "CREATE TABLE t (id int name text)",
            24,
            "syntax error at `name`: expected `,` or `)`",
            ""),
        row(
            "CREATE INDEX i ON t",
            20,
            "the statement ends too early, after `i ON t`: expected `(`" + " or `USING`",
            ""),
        row(
            "ALTER TABLE t ADD COLUMN",
            25,
            "the statement ends too early, after `t ADD COLUMN`: expected a name",
            ""),
        row(
            "SELECT * tbl",
            10,
            "syntax error at `tbl`: expected the end of the statement, `,` or `FROM`",
            ""),
        row(
            "SELECT 123abc",
            8,
            "syntax error at `123abc`: a number ends where letters begin",
            "put a space behind the number, or the name into double quotes"),
        row("FOO bar", 1, "syntax error at `FOO`: expected a statement", ""),
        row(
            "CREATE TABLE t (id int, name text,)",
            35,
            "a comma stands before `)` with nothing between them",
            "remove the comma"),
        row(
            "SELECT a, FROM t",
            11,
            "a comma stands before `FROM` with nothing between them",
            "remove the comma"),
        row(
            "CREATE TABLE t (id int",
            23,
            "the statement ends before a parenthesis is closed",
            "close it with `)`"),
        row(
            "CREATE INDEX ON t (a))",
            22,
            "a `)` closes no parenthesis",
            "remove it, or open one with `(`"),
        row(
            "ALTER TABLE t ADD COLUMN x IF NOT EXISTS text",
            35,
            "`IF NOT EXISTS` stands before the name, not behind it",
            "IF NOT EXISTS x"),
        row(
            "CREATE TABLE `t` (id int)",
            14,
            "syntax error at a backtick: names are quoted with double quotes",
            "write `\"name\"`, or `name` where it is lower case and no reserved word"),
        row(
            "CREATE TABLE t (id int AUTO_INCREMENT)",
            24,
            "PostgreSQL has no `AUTO_INCREMENT`",
            "bigint GENERATED ALWAYS AS IDENTITY"),
        row(
            "CREATE TABLE t (id int) ENGINE=InnoDB",
            25,
            "PostgreSQL has no table option `ENGINE`",
            "leave it out"),
        row(
            "CREATE TABLE t (order int)",
            17,
            "`ORDER` is a reserved word, which is a name only in double quotes",
            "another name, or `\"order\"`"));
  }

  private static Arguments row(String sql, int column, String message, String instead) {
    return Arguments.of(sql, column, message, instead);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsToldAtItsPlace(String sql, int column, String message, String instead) {
    List<SqlProblem> problems = Script.parse(sql + ";").problems();

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(SqlProblem.Kind.SYNTAX);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.instead()).isEqualTo(instead);
              assertThat(problem.at().column()).isEqualTo(column);
              assertThat(problem.excerpt()).isEqualTo(sql + ";");
            });
  }

  @Test
  void eachBrokenStatementHasItsProblemAndTheOthersAreRead() {
    Script script =
        Script.parse("CREATE TABEL a (id int);\nSELECT 1;\n  DROP TBLE b;\nDROP TABLE c;\n");

    assertThat(script.problems())
        .extracting(SqlProblem::at)
        .containsExactly(new Position(7, 1, 8), new Position(42, 3, 8));
    assertThat(script.statements())
        .extracting(Statement::command)
        .containsExactly("SELECT", "DROP TABLE");
  }

  @Test
  void aMissingSemicolonIsToldWhereTheNextStatementBegins() {
    Script script = Script.parse("CREATE TABLE a (id int)\nCREATE TABLE b (id int);\n");

    assertThat(script.problems())
        .containsExactly(
            new SqlProblem(
                SqlProblem.Kind.SYNTAX,
                new Position(24, 2, 1),
                "CREATE TABLE b (id int);",
                "a semicolon is missing before `CREATE`",
                "end the statement before it with `;`"));
  }

  @Test
  void aDoubleQuotedStringIsAName() {
    assertThat(Script.parse("SELECT \"it\" WHERE a = \"b\";").problems()).isEmpty();
  }
}
