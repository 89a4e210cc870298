package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indexes on tables that are there and on tables that are not. */
class IndexRulesTest {
  private static final Set<String> RULES =
      Set.of("index-not-concurrent", "index-isolation", "non-transactional-multi-statement");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE TABLE t (a int); CREATE INDEX i ON t (a)
          CREATE TABLE public.t (a int); CREATE INDEX i ON t (a)
          CREATE TABLE IF NOT EXISTS t (a int); CREATE UNIQUE INDEX i ON public.t (a)
          CREATE TABLE t AS SELECT 1 AS a; CREATE INDEX i ON t (a)
          CREATE MATERIALIZED VIEW t AS SELECT 1 AS a; CREATE UNIQUE INDEX i ON t (a)
          CREATE INDEX i ON ONLY t (a)
          CREATE INDEX CONCURRENTLY i ON t (a)
          SET lock_timeout = '2s'; CREATE INDEX CONCURRENTLY i ON t (a); RESET lock_timeout
          SET statement_timeout = 0; CREATE INDEX CONCURRENTLY i ON t (a)
          DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (a)
          DROP INDEX CONCURRENTLY IF EXISTS s.i; CREATE INDEX CONCURRENTLY i ON s.t (a)
          """)
  void indexesThatBlockNobody(String up) {
    assertThat(judged(up, "DROP INDEX CONCURRENTLY i")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX i ON t (a)                                                      | index-not-concurrent
          CREATE INDEX i ON t (a); CREATE TABLE t (a int)                              | index-not-concurrent
          CREATE INDEX i ON public.t (a); CREATE TABLE other.t (a int)                 | index-not-concurrent
          ALTER TABLE t ADD COLUMN a int; CREATE INDEX i ON t (a)                      | index-not-concurrent
          ALTER TABLE t ADD COLUMN a int; CREATE INDEX CONCURRENTLY i ON t (a)         | index-isolation
          CREATE INDEX CONCURRENTLY i ON t (a); ANALYZE t                              | index-isolation
          DROP INDEX CONCURRENTLY IF EXISTS j; CREATE INDEX CONCURRENTLY i ON t (a)    | index-isolation
          DROP INDEX CONCURRENTLY i; CREATE INDEX CONCURRENTLY i ON t (a)              | index-isolation
          SET search_path = s; CREATE INDEX CONCURRENTLY i ON t (a)                    | index-isolation
          CREATE INDEX CONCURRENTLY i ON t (a); CREATE INDEX CONCURRENTLY j ON t (b)   | index-isolation
          CREATE TABLE t (a int); CREATE INDEX CONCURRENTLY i ON t (a)                 | non-transactional-multi-statement
          VACUUM t; UPDATE t SET a = 1                                                 | non-transactional-multi-statement
          """)
  void indexesThatBlockOrAreNotAlone(String up, String rule) {
    assertThat(
            judged(up, "DROP INDEX CONCURRENTLY i; DROP INDEX CONCURRENTLY j").stream()
                .filter(
                    found ->
                        !found.equals("non-transactional-multi-statement") || found.equals(rule)))
        .containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX i ON t (a)                        | CREATE INDEX CONCURRENTLY i ON t (a)
          create index i on t (a)                        | create index CONCURRENTLY i on t (a)
          CREATE INDEX ON t (a)                          | CREATE INDEX CONCURRENTLY t_a_idx ON t (a)
          CREATE /* INDEX */ INDEX i ON t (a)            | CREATE /* INDEX */ INDEX CONCURRENTLY i ON t (a)
          SET lock_timeout = 1; CREATE INDEX i ON t (a)  | CREATE INDEX CONCURRENTLY i ON t (a)
          """)
  void theStatementIsProposedWithConcurrently(String up, String proposed) {
    assertThat(TestSubject.GOOD.withUp(up).proposals("index-not-concurrent"))
        .containsExactly(proposed);
  }

  @Test
  void insteadOfKeepingAnInvalidIndexItIsDropped() {
    assertThat(
            TestSubject.GOOD
                .withUp("CREATE INDEX IF NOT EXISTS i ON t (a)")
                .proposals("index-not-concurrent"))
        .containsExactly(
            "DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE INDEX CONCURRENTLY i ON t (a)");
  }

  @Test
  void aUniqueIndexCanBeTriedAgain() {
    assertThat(
            TestSubject.GOOD
                .withUp("CREATE UNIQUE INDEX i ON t (a)")
                .proposals("index-not-concurrent"))
        .containsExactly(
            "DROP INDEX CONCURRENTLY IF EXISTS i;\nCREATE UNIQUE INDEX CONCURRENTLY i ON t (a)");
  }

  @Test
  void ofSeveralIndexesAloneTheFirstMayStay() {
    String up =
        "CREATE INDEX CONCURRENTLY i ON t (a); CREATE INDEX CONCURRENTLY j ON t (b);"
            + " CREATE INDEX CONCURRENTLY k ON t (c)";

    assertThat(TestSubject.GOOD.withUp(up).problems("index-isolation"))
        .containsExactly(
            "`CREATE INDEX i` is not undone if building `j` fails: `CONCURRENTLY` runs outside a"
                + " transaction",
            "`CREATE INDEX i` is not undone if building `k` fails: `CONCURRENTLY` runs outside a"
                + " transaction");
  }

  @Test
  void theProposedMigrationTakesAFreeVersion() {
    TestSubject subject =
        TestSubject.GOOD
            .withUp("ALTER TABLE t ADD COLUMN a int; CREATE INDEX CONCURRENTLY t_a_idx ON t (a)")
            .beside(Map.of("V20261122103701__add_t_b_field", List.of("org.example.db.B")));

    assertThat(subject.proposals("index-isolation"))
        .singleElement()
        .asString()
        .endsWith("final class V20261122103702__add_t_a_index {}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY i ON t (a) | DROP INDEX i                         | `DROP INDEX` blocks every read and write of the table while it waits for its turn
          CREATE INDEX CONCURRENTLY i ON t (a) | DROP INDEX CONCURRENTLY j            | the index `i` that `up` builds is still there after `down`
          DROP INDEX CONCURRENTLY i            | CREATE INDEX i ON t (a)              | `CREATE INDEX` on `t` blocks every write until the index is built
          DROP INDEX CONCURRENTLY i            | CREATE INDEX CONCURRENTLY j ON t (a) | the index `i` that `up` drops is not there after `down`
          """)
  void whatWasConcurrentIsTakenBackConcurrently(String up, String down, String problem) {
    assertThat(TestSubject.GOOD.withUp(up).withDown(down).problems("undo-concurrently"))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CREATE INDEX CONCURRENTLY i ON t (a)   | DROP INDEX CONCURRENTLY IF EXISTS i
          CREATE INDEX CONCURRENTLY i ON s.t (a) | DROP INDEX CONCURRENTLY s.i
          CREATE INDEX CONCURRENTLY ON t (a)     | DROP INDEX CONCURRENTLY t_a_idx
          DROP INDEX CONCURRENTLY i              | CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)
          CREATE INDEX i ON t (a)                | DROP INDEX i
          DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (a) | DROP INDEX CONCURRENTLY i
          """)
  void whatIsTakenBackConcurrently(String up, String down) {
    assertThat(TestSubject.GOOD.withUp(up).withDown(down).problems("undo-concurrently")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          index-not-concurrent            | CREATE TABLE t (a int)                                         | CREATE INDEX IF NOT EXISTS i ON t (a)
          index-not-concurrent            | CREATE MATERIALIZED VIEW t AS SELECT 1 AS a                    | CREATE INDEX i ON t (a)
          index-partitioned-recursive     | CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t DEFAULT | CREATE INDEX i ON t (a)
          index-concurrent-on-partitioned | CREATE TABLE t (a int) PARTITION BY LIST (a)                   | CREATE INDEX CONCURRENTLY i ON t (a)
          index-concurrent-on-partitioned | SELECT 1                                                       | CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE INDEX CONCURRENTLY i ON t (a)
          index-concurrent-on-partitioned | CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE INDEX i ON t (a) | DROP INDEX CONCURRENTLY i
          drop-index-not-concurrent       | CREATE TABLE t (a int); CREATE INDEX i ON t (a)                | DROP INDEX i
          drop-constraint-index           | CREATE TABLE t (a int CONSTRAINT odd UNIQUE)                   | DROP INDEX odd
          drop-constraint-index           | CREATE TABLE t (a int PRIMARY KEY)                             | DROP INDEX t_pkey CASCADE
          reindex-not-concurrent          | CREATE TABLE t (a int); CREATE INDEX i ON t (a)                | REINDEX INDEX i
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX TABLE t
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX (CONCURRENTLY false) TABLE t
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX SCHEMA public
          concurrent-index-retry          | CREATE TABLE t (a int)                                         | CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)
          concurrent-index-retry          | CREATE TABLE t (a int)                                         | CREATE INDEX CONCURRENTLY ON t (a)
          index-name-required             | CREATE TABLE t (a int)                                         | CREATE INDEX ON t (a)
          index-replaced-in-one-migration | CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a)         | DROP INDEX i; CREATE INDEX j ON t (a, b)
          index-replaced-in-one-migration | CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a)         | DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (b)
          """)
  void whatTheReplayedSchemaShows(String rule, String earlier, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(earlier, rule)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          index-not-concurrent            | CREATE TABLE t (a int); CREATE INDEX i ON t (a)                | CREATE INDEX IF NOT EXISTS i ON t (a)
          index-not-concurrent            | CREATE TABLE s (a int)                                         | CREATE TABLE t AS SELECT * FROM s; CREATE INDEX i ON t (a)
          index-not-concurrent            | CREATE TABLE s (a int)                                         | CREATE TABLE t (a int); INSERT INTO t SELECT a FROM s; CREATE INDEX i ON t (a)
          index-not-concurrent            | SELECT 1                                                       | CREATE TEMP TABLE t (a int); CREATE INDEX i ON t (a)
          index-not-concurrent            | CREATE TABLE t (a int) PARTITION BY LIST (a)                   | CREATE INDEX i ON t (a)
          index-partitioned-recursive     | CREATE TABLE t (a int) PARTITION BY LIST (a)                   | CREATE INDEX i ON t (a)
          index-partitioned-recursive     | CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t DEFAULT | CREATE INDEX i ON ONLY t (a)
          index-isolation                 | CREATE TABLE t (a int) PARTITION BY LIST (a)                   | CREATE INDEX CONCURRENTLY i ON t (a); CREATE INDEX CONCURRENTLY j ON t (a)
          drop-index-not-concurrent       | CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE INDEX i ON t (a) | DROP INDEX i
          drop-index-not-concurrent       | CREATE TABLE t (a int); CREATE INDEX i ON t (a)                | DROP INDEX i CASCADE
          drop-index-not-concurrent       | CREATE TABLE t (a int); CREATE INDEX i ON t (a)                | DROP INDEX i; DROP TABLE t
          drop-index-not-concurrent       | CREATE TABLE t (a int UNIQUE)                                  | DROP INDEX t_a_key
          drop-index-not-concurrent       | SELECT 1                                                       | CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP INDEX i
          drop-index-not-concurrent       | SELECT 1                                                       | DROP INDEX IF EXISTS i
          drop-constraint-index           | CREATE TABLE t (a int); CREATE UNIQUE INDEX t_a_key ON t (a)   | DROP INDEX t_a_key
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX TABLE CONCURRENTLY t
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX (CONCURRENTLY) TABLE t
          reindex-not-concurrent          | CREATE TABLE t (a int)                                         | REINDEX SYSTEM postgres
          reindex-not-concurrent          | SELECT 1                                                       | CREATE TABLE t (a int); REINDEX TABLE t
          concurrent-index-retry          | CREATE TABLE t (a int)                                         | DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)
          index-name-required             | CREATE TABLE t (a int)                                         | CREATE INDEX CONCURRENTLY ON t (a)
          index-replaced-in-one-migration | CREATE TABLE t (a int)                                         | DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON t (a)
          index-replaced-in-one-migration | CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a)         | DROP INDEX i; CREATE INDEX j ON t (b)
          index-replaced-in-one-migration | CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a)         | CREATE INDEX j ON t (a, b); DROP INDEX i
          """)
  void whatTheReplayedSchemaExcuses(String rule, String earlier, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(earlier, rule)).isEmpty();
  }

  @Test
  void whatWasThereBeforeAnyMigrationCountsAsExisting() {
    assertThat(TestSubject.GOOD.withUp("DROP INDEX i").problems("drop-index-not-concurrent"))
        .containsExactly(
            "`DROP INDEX i` blocks every read and write of its table while it waits for its turn");
    assertThat(TestSubject.GOOD.withUp("REINDEX INDEX i").problems("reindex-not-concurrent"))
        .hasSize(1);
  }

  @Test
  void corruptionIsToldForTheAffectedVersionOnly() {
    TestSubject index = TestSubject.GOOD.withUp("CREATE INDEX CONCURRENTLY i ON t (a)");

    assertThat(index.problems("index-corruption-14")).hasSize(1);
    assertThat(index.under(new Policy(15, "", Set.of(), Map.of())).problems("index-corruption-14"))
        .isEmpty();
    assertThat(index.judged()).doesNotContain("index-corruption-14");
  }

  private static List<String> judged(String up, String down) {
    TestSubject subject = TestSubject.GOOD.withUp(up).withDown(down);
    assertThat(subject.problems("syntax-error")).isEmpty();
    return subject.judged().stream().filter(RULES::contains).toList();
  }
}
