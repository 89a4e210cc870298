package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.sql.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineReplayTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT 2'             | 42723",
        "CREATE PROCEDURE f(a int) LANGUAGE sql AS 'SELECT 2'                        | 42723",
        "CREATE OR REPLACE FUNCTION f(a int) RETURNS text LANGUAGE sql AS 'SELECT 2' | 42P13",
        "CREATE OR REPLACE FUNCTION f(b int) RETURNS int LANGUAGE sql AS 'SELECT 2'  | 42P13",
        "CREATE OR REPLACE PROCEDURE f(a int) LANGUAGE sql AS 'SELECT 2'             | 42809",
        "DROP FUNCTION f                                                             | 42725",
        "DROP FUNCTION g                                                             | 42883",
        "DROP FUNCTION f(bigint)                                                     | 42883",
        "DROP PROCEDURE f(int)                                                       | 42809",
        "ALTER FUNCTION f(int) SET SCHEMA nope                                       | 3F000",
        "ALTER FUNCTION f(date) STABLE                                               | 42883",
        "COMMENT ON FUNCTION f(date) IS 'x'                                          | 42883",
        "GRANT EXECUTE ON FUNCTION f(date) TO me                                     | 42883",
        "CREATE FUNCTION h(x nope) RETURNS int LANGUAGE sql AS 'SELECT 2'            | 42704",
        "ALTER FUNCTION f2(int) RENAME TO f                                          | 42723",
      })
  void refused(String statement, String code) {
    Replayed replayed =
        Replayed.of(
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION f2(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            statement);
    assertThat(replayed.codes()).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE FUNCTION f(a bigint) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION f(a integer) RETURNS int4 LANGUAGE sql AS 'SELECT 2'",
        "DROP FUNCTION f(integer)",
        "DROP FUNCTION f(a int4)",
        "DROP FUNCTION f(varchar(20), OUT text)",
        "DROP FUNCTION IF EXISTS nope",
        "DROP FUNCTION IF EXISTS nope(nope)",
        "DROP ROUTINE f(int)",
        "ALTER FUNCTION f(int) RENAME TO g",
        "DROP FUNCTION only_one",
        "DROP PROCEDURE p",
        "DROP PROCEDURE p(int)",
        "DROP AGGREGATE total(int)",
        "GRANT EXECUTE ON FUNCTION pg_sleep(double precision) TO me",
      })
  void accepted(String statement) {
    Replayed replayed =
        Replayed.of(
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION f(a varchar, OUT b text) LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION only_one(text[]) RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE PROCEDURE p(a int) LANGUAGE sql AS 'SELECT 1'",
            "CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int)",
            statement);
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
  }

  @Test
  void attributesFollowTheStatements() {
    Replayed replayed =
        Replayed.of(
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 1'",
            "ALTER FUNCTION f() STABLE SECURITY DEFINER SET search_path = a, b",
            "ALTER FUNCTION f() CALLED ON NULL INPUT",
            "CREATE FUNCTION g() RETURNS int LANGUAGE sql VOLATILE AS 'SELECT 1'");
    assertThat(only(replayed, "f").settings().values())
        .containsOnlyKeys("volatility", "security", "set search_path");
    assertThat(only(replayed, "g").settings().values()).isEmpty();
  }

  @Test
  void aReplacementKeepsWhatWasSaidOfTheFunction() {
    Replayed replayed =
        Replayed.of(
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "COMMENT ON FUNCTION f() IS 'one'",
            "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2'");
    Routine f = only(replayed, "f");
    assertThat(f.body()).isEqualTo("SELECT 2");
    assertThat(replayed.schema().comment(Ref.to(f.oid()))).contains("'one'");
  }

  private static Routine only(Replayed replayed, String name) {
    assertThat(replayed.schema().routines(QualifiedName.of(name))).hasSize(1);
    return replayed.schema().routines(QualifiedName.of(name)).get(0);
  }
}
