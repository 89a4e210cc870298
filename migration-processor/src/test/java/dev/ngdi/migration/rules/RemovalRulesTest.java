package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is dropped: with it, before it, and for something else. */
class RemovalRulesTest {
  private static final String TABLES =
      """
      CREATE TABLE p (id int PRIMARY KEY, big bigint UNIQUE);
      CREATE TABLE t (a int NOT NULL CHECK (a > 0) REFERENCES p, b text, c text, UNIQUE (a, b),
          g int GENERATED ALWAYS AS (1) STORED);
      CREATE INDEX b_idx ON t (b);
      CREATE VIEW v AS SELECT c FROM t;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t DROP COLUMN a CASCADE    |
          ALTER TABLE t DROP COLUMN c CASCADE    | `CASCADE` drops view `v` too
          ALTER TABLE p DROP COLUMN id CASCADE   | `CASCADE` drops constraint `t_a_fkey` too
          DROP TABLE p CASCADE                   | `CASCADE` drops constraint `t_a_fkey` too
          """)
  void aCascadeIsAboutOthers(String up, String problem) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TABLES, "drop-cascade"))
        .hasSize(problem == null ? 0 : 1)
        .allMatch(found -> found.equals(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE t DROP COLUMN b, ADD COLUMN note text                   | the values of `t.b` are lost; if `note` is its new name, they need not be
          ALTER TABLE t DROP COLUMN b, ADD COLUMN b text NOT NULL DEFAULT ''  | the values of `t.b` are lost, and a column of its name and type takes its place
          ALTER TABLE t DROP COLUMN b, ADD COLUMN b bytea                     |
          ALTER TABLE t DROP COLUMN g, ADD COLUMN h int                       |
          ALTER TABLE t DROP COLUMN b, ADD COLUMN n text GENERATED ALWAYS AS ('') STORED |
          """)
  void aColumnInThePlaceOfAnother(String up, String problem) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TABLES, "drop-and-add-column"))
        .hasSize(problem == null ? 0 : 1)
        .allMatch(found -> found.equals(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DROP TABLE n; DROP INDEX IF EXISTS n_idx           | 0
          DROP INDEX IF EXISTS n_idx; DROP TABLE n           | 0
          DROP TABLE n; DROP TABLE IF EXISTS n               | 0
          DROP TABLE n; DROP INDEX IF EXISTS nn_idx          | 1
          DROP TABLE n; ALTER TABLE t DROP COLUMN IF EXISTS z | 1
          """)
  void ifExistsHidesWhatNeverWasThere(String down, int found) {
    assertThat(
            TestSubject.GOOD
                .withUp("CREATE TABLE n (a int); CREATE INDEX n_idx ON n (a)")
                .withDown(down)
                .problemsAfter(TABLES, "undo-if-exists-hides"))
        .hasSize(found);
  }

  @Test
  void aForeignKeyIsRefusedOnlyWhereItCanFail() {
    TestSubject wide = TestSubject.GOOD.withUp("CREATE TABLE n (a bigint REFERENCES p (id))");
    TestSubject narrow = TestSubject.GOOD.withUp("CREATE TABLE n (a int REFERENCES p (big))");

    assertThat(severity(wide)).isEqualTo(Severity.WARNING);
    assertThat(severity(narrow)).isEqualTo(Severity.ERROR);
  }

  private static Severity severity(TestSubject migration) {
    return Rules.judge(migration.after(TABLES)).stream()
        .filter(judgement -> judgement.rule().equals("foreign-key-type-mismatch"))
        .map(Judgement::severity)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWayRoundADroppedPartitionIsSafe() {
    String whole =
        "CREATE TABLE w (k int) PARTITION BY RANGE (k);"
            + " CREATE TABLE w1 PARTITION OF w FOR VALUES FROM (0) TO (10)";
    String proposal =
        Rules.find("drop-partition")
            .orElseThrow()
            .check(TestSubject.GOOD.withUp("DROP TABLE w1").after(whole))
            .get(0)
            .instead();

    assertThat(ProposedSteps.steps(proposal))
        .extracting(ProposedSteps.Step::up)
        .containsExactly("ALTER TABLE w DETACH PARTITION w1 CONCURRENTLY;");
  }
}
