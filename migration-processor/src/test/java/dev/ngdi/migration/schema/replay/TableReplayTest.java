package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReplayTest {
  private static final String BOOKS =
      "CREATE TABLE author (id serial PRIMARY KEY, email text UNIQUE, name varchar(20) NOT NULL);"
          + "CREATE TABLE book (id int PRIMARY KEY, author_id int REFERENCES author, isbn text,"
          + " CHECK (isbn <> ''));"
          + "CREATE VIEW titles AS SELECT isbn FROM book;";

  /** Indexes, sequences and constraints by name, in alphabetical order. */
  private static List<String> names(int postgres, String sql) {
    Course course = Course.of(Schema.empty(postgres), Script.parse(sql));
    assertThat(course.steps()).allSatisfy(s -> assertThat(s.problems()).isEmpty());
    Schema schema = course.end();
    return Stream.of(Index.class, Sequence.class, Constraint.class)
        .flatMap(kind -> schema.all(kind).stream())
        .map(CatalogObject::name)
        .distinct()
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE TABLE t (a serial PRIMARY KEY)                     | t_a_seq t_pkey",
        "CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b))       | t_a_b_key t_a_key",
        "CREATE TABLE t (a int CHECK (a > 0), CHECK (a > 1))       | t_a_check t_a_check1",
        "CREATE TABLE t (a int, b int, CHECK (a > b), CHECK (true))| t_check t_check1",
        "CREATE TABLE t (a int); CREATE INDEX ON t (a, a)          | t_a_a1_idx",
        "CREATE TABLE t (a int, b int); CREATE INDEX ON t (a) INCLUDE (b) | t_a_b_idx",
        "CREATE TABLE t (a text); CREATE INDEX ON t (lower(a))     | t_lower_idx",
        "CREATE TABLE t (a text); CREATE INDEX ON t ((a = 'x'))    | t_expr_idx",
        "CREATE TABLE t (a int); CREATE INDEX ON t (a); CREATE INDEX ON t (a) | t_a_idx t_a_idx1",
        "CREATE TABLE t (a int PRIMARY KEY, b int REFERENCES t)    | t_b_fkey t_pkey",
        "CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a);"
            + " ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX i | k",
        "CREATE TABLE t (a int UNIQUE); ALTER TABLE t RENAME TO u  | t_a_key",
        "CREATE TABLE t (a int, EXCLUDE USING gist (a WITH =))     | t_a_excl",
        "CREATE TABLE t (a int PRIMARY KEY) PARTITION BY LIST (a);"
            + " CREATE TABLE p PARTITION OF t DEFAULT | p_pkey t_pkey",
        "CREATE TABLE t (a int UNIQUE); CREATE TABLE u (LIKE t INCLUDING ALL) | t_a_key u_a_key",
      })
  void namesAreChosenAsPostgreSqlDoes(String sql, String names) {
    assertThat(names(17, sql)).containsExactly(names.split(" "));
  }

  @Test
  void notNullHasANameFromPostgreSql18On() {
    String sql = "CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT given NOT NULL)";
    assertThat(names(18, sql)).containsExactly("given", "t_a_not_null", "t_pkey");
    assertThat(names(17, sql)).containsExactly("t_pkey");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ALTER TABLE auhtor ADD COLUMN x int                    | 42P01 | `author`",
        "ALTER TABLE author DROP COLUMN emial                   | 42703 | `email`",
        "ALTER TABLE author ADD COLUMN email text               | 42701 | ",
        "CREATE TABLE book (id int)                             | 42P07 | ",
        "ALTER TABLE author ADD PRIMARY KEY (email)             | 42P16 | ",
        "ALTER TABLE author ADD COLUMN x intger                 | 42704 | `integer`",
        "ALTER TABLE author ADD COLUMN x citext                 | 42704 | CREATE EXTENSION citext",
        "DROP TABLE author                                      | 2BP01 | ",
        "ALTER TABLE book DROP COLUMN isbn                      | 2BP01 | ",
        "ALTER TABLE book ALTER COLUMN isbn TYPE varchar(9)     | 0A000 | ",
        "ALTER TABLE author DROP CONSTRAINT author_pkey         | 2BP01 | ",
        "ALTER TABLE author DROP CONSTRAINT author_key          | 42704 | `author_pkey`",
        "DROP INDEX author_pkey                                 | 2BP01 | ",
        "ALTER TABLE book ADD FOREIGN KEY (isbn) REFERENCES author (name) | 42830 |"
            + " ALTER TABLE author ADD UNIQUE (name)",
        "ALTER TABLE book ADD FOREIGN KEY (isbn) REFERENCES author | 42804 | ",
        "CREATE INDEX ON titles (isbn)                          | 42809 | ",
        "ALTER TABLE book ALTER COLUMN id DROP NOT NULL         | 42P16 | ",
      })
  void whatPostgreSqlRefusesIsAProblem(String sql, String state, String instead) {
    Course course = Course.of(Schema.empty(18).closed(), Script.parse(BOOKS + sql));
    Step last = course.steps().get(course.steps().size() - 1);
    assertThat(last.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.sqlState()).isEqualTo(state);
              if (instead != null) {
                assertThat(problem.instead()).contains(instead);
              }
            });
  }

  @Test
  void cascadeDropsWhatNeedsIt() {
    Schema schema =
        Course.of(Schema.empty(18).closed(), Script.parse(BOOKS + "DROP TABLE author CASCADE"))
            .end();
    assertThat(schema.relation(QualifiedName.of("author")).absent()).isTrue();
    assertThat(schema.relation(QualifiedName.of("book")).present()).isTrue();
    assertThat(schema.constraints("book_author_id_fkey")).isEmpty();
    assertThat(schema.sequence(QualifiedName.of("author_id_seq")).absent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"14", "17", "18"})
  void aPrimaryKeyLeavesNotNullBehind(int postgres) {
    String sql =
        "CREATE TABLE t (a int); ALTER TABLE t ADD PRIMARY KEY (a);"
            + "ALTER TABLE t DROP CONSTRAINT t_pkey";
    Table table = table(Course.of(Schema.empty(postgres), Script.parse(sql)).end(), "t");
    assertThat(table.columns()).allMatch(Column::notNull);
  }

  @Test
  void columnsGoToThoseThatInherit() {
    String sql =
        "CREATE TABLE p (a int); CREATE TABLE c (b int) INHERITS (p); ALTER TABLE p ADD d text"
            + " DEFAULT 'x'; ALTER TABLE p RENAME a TO e";
    Table child = table(Course.of(Schema.empty(18), Script.parse(sql)).end(), "c");
    assertThat(child.columns()).extracting(Column::name).containsExactly("e", "b", "d");
    assertThat(child.column("d").orElseThrow().defaultOid()).isNotZero();
  }

  @Test
  void aTableThatNothingMakesIsTakenToBeThere() {
    Course course = Course.of(Schema.empty(18), Script.parse("ALTER TABLE t ALTER a SET NOT NULL"));
    assertThat(course.proven()).isTrue();
    assertThat(table(course.end(), "t").complete()).isFalse();
    assertThat(table(course.end(), "t").column("a").orElseThrow().notNull()).isTrue();
  }

  private static Table table(Schema schema, String name) {
    return (Table) schema.relation(QualifiedName.of(name)).found().orElseThrow();
  }
}
