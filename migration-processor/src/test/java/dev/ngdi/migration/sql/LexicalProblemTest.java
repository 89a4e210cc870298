package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalProblemTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      delimiter = ';',
      value = {
        "SELECT 'abc; the string that `'` opens in line 1 is not closed; close it with `'`",
        "SELECT \"abc; the quoted name that `\"` opens in line 1 is not closed; close it with `\"`",
        "DO $x$ BEGIN $$; the dollar-quoted string that `$x$` opens in line 1 is not closed; close"
            + " it with `$x$`",
        "SELECT 1 /* a /* b */; the comment that `/*` opens in line 1 is not closed; close it with"
            + " `*/`"
      })
  void whatIsNotClosedIsToldWhereItOpens(String sql, String message, String instead) {
    assertThat(Script.parse(sql).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(SqlProblem.Kind.UNCLOSED);
              assertThat(problem.message()).isEqualTo(message);
              assertThat(problem.instead()).isEqualTo(instead);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "\\copy t FROM 'x.csv', \\copy, put the rows into an `INSERT`",
    "\\i other.sql, \\i, 'put the statements of that file here, or name the file in the annotation'",
    "\\set a 1, \\set, write the value where it is used",
    "\\c other, \\c, leave it out: a migration runs on one connection",
    "\\timing, \\timing, leave it out"
  })
  void aCommandOfPsqlIsNotSql(String line, String command, String instead) {
    Script script = Script.parse("SELECT 1;\n" + line + "\nSELECT 2;\n");

    assertThat(script.problems())
        .containsExactly(
            new SqlProblem(
                SqlProblem.Kind.PSQL_COMMAND,
                new Position(10, 2, 1),
                line,
                "`" + command + "` is a command of psql, which the server does not know",
                instead));
    assertThat(script.statements()).hasSize(2);
  }

  @Test
  void rowsBehindACopyFromStdinAreLeftOut() {
    Script script = Script.parse("COPY t FROM STDIN;\n1\tit's\n2\t;\n\\.\nSELECT 1;\n");

    assertThat(script.problems())
        .containsExactly(
            new SqlProblem(
                SqlProblem.Kind.PSQL_COMMAND,
                Position.START,
                "COPY t FROM STDIN;",
                "`COPY … FROM STDIN` needs psql, which sends the rows behind it",
                "put the rows into an `INSERT`"));
    assertThat(script.statements())
        .extracting(Statement::command)
        .containsExactly("COPY", "SELECT");
  }

  @Test
  void theCharacterNulIsNoSql() {
    assertThat(Script.parse("SELECT 1;\0").problems())
        .extracting(SqlProblem::kind, SqlProblem::message)
        .containsExactly(
            tuple(SqlProblem.Kind.NUL, "the character NUL, which no PostgreSQL text can hold"));
  }

  @Test
  void threeThousandParenthesesAreNotCheckedButRead() {
    String sql = "SELECT " + "(".repeat(3000) + "1" + ")".repeat(3000);

    Script script = Script.parse(sql);

    assertThat(script.problems())
        .extracting(SqlProblem::kind, SqlProblem::message)
        .containsExactly(
            tuple(SqlProblem.Kind.NOT_CHECKED, "the statement is nested too deeply to be checked"));
    assertThat(script.statements()).hasSize(1);
  }
}
