package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.TableElement.Clauses;
import dev.ngdi.migration.sql.TableElement.Like;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {

  @Test
  void aTableHasItsElementsInOrder() {
    Statement.CreateTable table =
        create(
            "CREATE TABLE IF NOT EXISTS app.t (id bigint PRIMARY KEY, LIKE u, exclude int,"
                + " CONSTRAINT k UNIQUE (id), FOREIGN KEY (id) REFERENCES u, NOT NULL id)");

    assertThat(table.table()).isEqualTo(new QualifiedName(Optional.of("app"), "t"));
    assertThat(table.ifNotExists()).isTrue();
    assertThat(table.elements())
        .extracting(element -> element.getClass().getSimpleName())
        .containsExactly("Column", "Like", "Column", "Constraint", "Constraint", "Constraint");
    assertThat(table.clauses()).isEqualTo(Clauses.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TEMP TABLE t (a int) | true | false",
        "CREATE LOCAL TEMPORARY TABLE t (a int) | true | false",
        "CREATE TABLE pg_temp.t (a int) | true | false",
        "CREATE UNLOGGED TABLE t (a int) | false | true",
        "CREATE TABLE unlogged (a int) | false | false",
        "SELECT 1 AS a INTO TEMP t | true | false",
        "SELECT 1 AS a INTO UNLOGGED TABLE t | false | true",
      })
  void aTableIsTemporaryOrUnlogged(String sql, boolean temporary, boolean unlogged) {
    Statement.CreateTable table = create(sql);

    assertThat(table.temporary()).isEqualTo(temporary);
    assertThat(table.clauses().unlogged()).isEqualTo(unlogged);
  }

  @Test
  void aTableHasItsClauses() {
    Clauses clauses =
        create(
                "CREATE TABLE t (a int) INHERITS (u, app.v) USING heap WITH (fillfactor = 70,"
                    + " toast.autovacuum_enabled = FALSE, autovacuum_enabled, user_catalog_table ="
                    + " 'On') ON COMMIT DELETE ROWS TABLESPACE fast")
            .clauses();

    assertThat(clauses.inherits())
        .containsExactly(QualifiedName.of("u"), new QualifiedName(Optional.of("app"), "v"));
    assertThat(clauses.accessMethod()).contains("heap");
    assertThat(clauses.options())
        .isEqualTo(
            Map.of(
                "fillfactor", "70",
                "toast.autovacuum_enabled", "false",
                "autovacuum_enabled", "true",
                "user_catalog_table", "On"));
    assertThat(clauses.onCommit()).isEqualTo("DELETE ROWS");
    assertThat(clauses.tablespace()).contains("fast");
    assertThat(create("CREATE TEMP TABLE t () ON COMMIT DROP").clauses().onCommit())
        .isEqualTo("DROP");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOR VALUES FROM (1, MINVALUE) TO ('x', MAXVALUE)",
        "FOR VALUES IN ('a', NULL)",
        "FOR VALUES WITH (MODULUS 4, REMAINDER 0)",
        "DEFAULT",
      })
  void aPartitionHasItsBound(String bound) {
    Statement.CreateTable partition =
        create(
            "CREATE TABLE p PARTITION OF app.t (a NOT NULL, CHECK (a > 0)) "
                + bound
                + " PARTITION BY HASH (a) WITH (fillfactor = 70)");

    Clauses clauses = partition.clauses();
    assertThat(clauses.partitionOf()).contains(new QualifiedName(Optional.of("app"), "t"));
    assertThat(clauses.bound()).isEqualTo(bound);
    assertThat(clauses.partitionBy()).hasValueSatisfying(by -> assertThat(by.key()).hasSize(1));
    assertThat(clauses.options()).containsEntry("fillfactor", "70");
    assertThat(partition.elements()).hasSize(2);
    assertThat(create("CREATE TABLE p PARTITION OF t " + bound + " WITH (fillfactor = 70)"))
        .satisfies(p -> assertThat(p.clauses().bound()).isEqualTo(bound))
        .satisfies(p -> assertThat(p.clauses().options()).hasSize(1));
  }

  @Test
  void aPartitionedTableHasItsKey() {
    assertThat(
            create("CREATE TABLE t (a int) PARTITION BY range (a, lower(b), (c + 1) int4_ops)")
                .clauses()
                .partitionBy())
        .hasValueSatisfying(
            by -> {
              assertThat(by.strategy()).isEqualTo("RANGE");
              assertThat(by.key())
                  .extracting(
                      key -> key.column().orElseGet(() -> key.expression().orElseThrow().sql()))
                  .containsExactly("a", "lower(b)", "c + 1");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LIKE u | []",
        "LIKE u INCLUDING DEFAULTS INCLUDING IDENTITY | [defaults, identity]",
        "LIKE u INCLUDING ALL EXCLUDING INDEXES EXCLUDING COMMENTS | [compression, constraints,"
            + " defaults, generated, identity, statistics, storage]",
        "LIKE u EXCLUDING ALL INCLUDING STORAGE | [storage]",
        "LIKE u INCLUDING ALL EXCLUDING ALL | []",
      })
  void likeSaysWhatItTakesOver(String sql, String including) {
    assertThat(create("CREATE TABLE t (" + sql + ")").elements())
        .singleElement()
        .isInstanceOfSatisfying(
            Like.class,
            like -> {
              assertThat(like.table()).isEqualTo(QualifiedName.of("u"));
              assertThat(new TreeSet<>(like.including())).hasToString(including);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE t AS SELECT a FROM u | SELECT a FROM u | true",
        "CREATE TABLE t AS SELECT a FROM u WITH DATA | SELECT a FROM u | true",
        "CREATE TABLE t AS SELECT a FROM u WITH NO DATA | SELECT a FROM u | false",
        "CREATE TABLE t USING heap WITH (fillfactor = 70) AS (TABLE u) | (TABLE u) | true",
        "CREATE TABLE t AS WITH x AS (SELECT 1) TABLE x | WITH x AS (SELECT 1) TABLE x | true",
        "CREATE TABLE t AS SELECT no AS data FROM u AS data | SELECT no AS data FROM u AS data |"
            + " true",
        "CREATE TABLE t AS EXECUTE p(1) WITH NO DATA | EXECUTE p(1) | false",
        "SELECT a INTO t FROM u WHERE b | SELECT a FROM u WHERE b | true",
        "WITH x AS (SELECT 1 AS a) SELECT a INTO TABLE t FROM x"
            + " | WITH x AS (SELECT 1 AS a) SELECT a FROM x | true",
        "SELECT 1 AS a INTO t UNION SELECT 2 | SELECT 1 AS a UNION SELECT 2 | true",
      })
  void aTableCanBeFilledByAQuery(String sql, String query, boolean withData) {
    Statement.CreateTable table = create(sql);

    assertThat(table.table()).isEqualTo(QualifiedName.of("t"));
    assertThat(table.elements()).isEmpty();
    assertThat(table.clauses().query().map(Fragment::sql)).contains(query);
    assertThat(table.clauses().withData()).isEqualTo(withData);
    assertThat(table.clauses().columnNames()).isEmpty();
  }

  @Test
  void asCanNameTheQuerysColumns() {
    Statement.CreateTable table = create("CREATE TABLE t (a, \"B\") AS SELECT 1, 2");

    assertThat(table.clauses().columnNames()).containsExactly("a", "B");
    assertThat(table.elements()).isEmpty();
    assertThat(create("CREATE TABLE t (a int)").clauses().columnNames()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1 AS into", "SELECT \"into\" FROM t", "SELECT (SELECT 1)"})
  void aQueryThatMakesNoTableIsAQuery(String sql) {
    assertThat(Script.parse(sql).statements()).singleElement().isInstanceOf(Statement.Query.class);
  }

  private static Statement.CreateTable create(String sql) {
    Script script = Script.parse(sql);
    assertThat(script.problems()).isEmpty();
    return script.all(Statement.CreateTable.class).get(0);
  }
}
