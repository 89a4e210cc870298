package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

  @Test
  void aStatementHasItsTextAndItsPlaceWithoutCommentsAround() {
    Script script = Script.parse("-- one\n  SELECT 'é𝄞' ; /* x */ SELECT\n2;");

    assertThat(script.statements())
        .extracting(Statement::source)
        .containsExactly(
            new Statement.Text("SELECT 'é𝄞'", new Position(9, 2, 3)),
            new Statement.Text("SELECT\n2", new Position(32, 2, 26)));
  }

  @Test
  void semicolonsInStringsBodiesAndRulesEndNothing() {
    Script script =
        Script.parse(
            """
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
            CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN; END; $f$;
            CREATE RULE r AS ON INSERT TO v DO INSTEAD (DELETE FROM a; DELETE FROM b);
            SELECT 'a;b', E'\\';', ";" FROM t;
            """);

    assertThat(script.problems()).isEmpty();
    assertThat(script.statements())
        .extracting(Statement::command)
        .containsExactly("CREATE FUNCTION", "CREATE FUNCTION", "CREATE RULE", "SELECT");
  }

  @Test
  void namesAreFoldedUnquotedAndCut() {
    Script script =
        Script.parse(
            "DROP TABLE App.USERS, \"Weird \"\"Name\"\"\", U&\"d\\0061t\\+000061\", "
                + "x".repeat(70)
                + ", Ämter;");

    assertThat(script.all(Statement.DropObject.class).get(0).names())
        .containsExactly(
            new QualifiedName(Optional.of("app"), "users"),
            QualifiedName.of("Weird \"Name\""),
            QualifiedName.of("data"),
            QualifiedName.of("x".repeat(63)),
            QualifiedName.of("Ämter"));
  }

  @Test
  void aTableHasItsColumns() {
    assertThat(
            Script.parse(
                    "CREATE TABLE t (id int, \"Name\" text, exclude int, CONSTRAINT c CHECK (id >"
                        + " 0), EXCLUDE USING gist (id WITH =), LIKE u, UNIQUE (id))")
                .all(Statement.CreateTable.class))
        .extracting(Statement.CreateTable::columns)
        .containsExactly(List.of("id", "Name", "exclude"));
  }

  @Test
  void anAlterTableHasItsActions() {
    Script script =
        Script.parse(
            """
            ALTER TABLE t ADD a int, ADD CONSTRAINT c CHECK (a IN (1, 2)), ADD UNIQUE (a), DROP b,
              DROP CONSTRAINT IF EXISTS d, VALIDATE CONSTRAINT c, ALTER a SET NOT NULL,
              ALTER COLUMN e DROP NOT NULL, ALTER e TYPE bigint;
            """);
    Optional<Fragment> check = Optional.of(FragmentReader.expression(Cursor.over("a IN (1, 2)")));

    assertThat(script.all(Statement.AlterTable.class).get(0).actions())
        .containsExactly(
            new TableAction.AddColumn(column("a", type("int4")), false),
            new TableAction.AddConstraint(
                constraint(Kind.CHECK, Optional.of("c"), "CHECK (a IN (1, 2))", List.of(), check)),
            new TableAction.AddConstraint(
                constraint(
                    Kind.UNIQUE, Optional.empty(), "UNIQUE (a)", List.of("a"), Optional.empty())),
            new TableAction.DropColumn("b", false, false),
            new TableAction.DropConstraint("d", true, false),
            new TableAction.ValidateConstraint("c"),
            new TableAction.SetNotNull("a"),
            new TableAction.DropNotNull("e"),
            new TableAction.AlterType(
                "ALTER e TYPE bigint", "e", type("int8"), Optional.empty(), Optional.empty()));
  }

  private static TypeName type(String name) {
    return new TypeName(
        new QualifiedName(Optional.of("pg_catalog"), name), List.of(), "", 0, false, false);
  }

  private static TableElement.Column column(String name, TypeName type) {
    return new TableElement.Column(
        name,
        Optional.of(type),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        false);
  }

  private static ConstraintDefinition constraint(
      Kind kind,
      Optional<String> name,
      String sql,
      List<String> columns,
      Optional<Fragment> expression) {
    return new ConstraintDefinition(
        kind,
        name,
        sql,
        columns,
        expression,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ConstraintDefinition.IndexClauses.NONE,
        ConstraintDefinition.State.NONE);
  }

  @Test
  void aFunctionHasTheArgumentsThatItsDropTakes() {
    assertThat(
            Script.parse(
                    "CREATE FUNCTION f(a int, double precision, OUT b text, c numeric(3, 1) DEFAULT"
                        + " 1, VARIADIC d text[] = '{}') RETURNS text LANGUAGE sql AS ''")
                .all(Statement.CreateObject.class))
        .extracting(Statement.CreateObject::arguments)
        .containsExactly("(int, double precision, numeric(3, 1), text[])");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INSERT INTO t SELECT 1 | INSERT | t | true",
        "UPDATE ONLY app.t SET a = (SELECT 1 FROM u WHERE x) | UPDATE | app.t | false",
        "WITH x AS (SELECT 1) DELETE FROM t WHERE a | DELETE | t | true",
        "WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x | DELETE | t | false",
        "TRUNCATE t | TRUNCATE | t | false",
        "COPY t (a) FROM '/x' | COPY | t | true",
      })
  void aChangeOfRowsHasItsTable(String sql, String command, String table, boolean bounded) {
    assertThat(Script.parse(sql).all(Statement.ChangeRows.class))
        .extracting(
            Statement.ChangeRows::command, c -> c.table().sql(), Statement.ChangeRows::bounded)
        .containsExactly(tuple(command, table, bounded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VACUUM t",
        "ALTER SYSTEM SET a = 1",
        "CREATE DATABASE d",
        "DROP TABLESPACE s",
        "DROP SUBSCRIPTION s",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p",
        "REINDEX SCHEMA s",
        "REINDEX TABLE CONCURRENTLY t",
        "REINDEX (VERBOSE, CONCURRENTLY) INDEX i",
        "CLUSTER",
        "DISCARD ALL",
        "CREATE INDEX CONCURRENTLY ON t (a)",
        "DROP INDEX CONCURRENTLY i",
        "ALTER TABLE t DETACH PARTITION p CONCURRENTLY"
      })
  void someStatementsRunOutsideATransaction(String sql) {
    assertThat(Script.parse(sql).runsInTransaction()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "REINDEX TABLE t",
        "REINDEX (CONCURRENTLY false) TABLE t",
        "CLUSTER t",
        "DISCARD PLANS",
        "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
        "ALTER TABLE t DETACH PARTITION p",
        "DO $$ BEGIN EXECUTE 'VACUUM'; END $$"
      })
  void allOthersRunInside(String sql) {
    assertThat(Script.parse(sql).runsInTransaction()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-- nothing\n;;",
        "SELECT 1",
        "SELECT",
        "SELECT NULL",
        "select 'noop' AS nothing",
        "VALUES (1), (2)",
        "SET LOCAL lock_timeout = '1s'; SELECT true",
        "DO $$ BEGIN END $$",
        "DO $x$ BEGIN\n  -- nothing\n  NULL;\nEND; $x$"
      })
  void aScriptThatDoesNothingIsEmpty(String sql) {
    assertThat(Script.parse(sql).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT now()",
        "SELECT * FROM t",
        "DO $$ BEGIN PERFORM f(); END $$",
        "DROP TABLE t",
        "COMMIT"
      })
  void aScriptThatMayDoSomethingIsNot(String sql) {
    assertThat(Script.parse(sql).isEmpty()).isFalse();
  }

  @Test
  void identifiersAreTheNamesOutsideStringsAndComments() {
    Script script =
        Script.parse(
            "ALTER TABLE App.\"User\" ADD role text DEFAULT 'guest'; -- comment\n"
                + "DO $$ BEGIN DELETE FROM hidden; END $$;");

    assertThat(script.identifiers()).containsExactlyInAnyOrder("app", "User", "role", "text");
  }

  @Test
  void aStatementIsToldInOneLine() {
    Script script =
        Script.parse(
            "UPDATE t -- why\n   SET a = 'x  y',\n /* more */ b = 2;\nSELECT "
                + "a_rather_long_name, ".repeat(10)
                + "b FROM t");

    assertThat(script.statements())
        .extracting(Statement::oneLine)
        .containsExactly(
            "UPDATE t SET a = 'x  y', b = 2",
            "SELECT " + "a_rather_long_name, ".repeat(5) + "a_rather_lon…");
  }
}
