package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Partitions that come and go, and tables that are written anew. */
class StorageRulesTest {
  private static final String WHOLE =
      "CREATE TABLE w (k int) PARTITION BY RANGE (k);"
          + " CREATE TABLE p PARTITION OF w FOR VALUES FROM (0) TO (10);";

  private static final String REST = WHOLE + " CREATE TABLE d PARTITION OF w DEFAULT;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attach-partition-scan | CREATE TABLE n (k int)                              | ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20)
          attach-partition-scan | CREATE TABLE n (k int CHECK (k < 20))               | ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20)
          create-partition-of   | SELECT 1                                            | CREATE TABLE n PARTITION OF w FOR VALUES FROM (10) TO (20)
          detach-partition      | SELECT 1                                            | ALTER TABLE w DETACH PARTITION p
          drop-partition        | SELECT 1                                            | DROP TABLE p
          refresh-matview       | CREATE MATERIALIZED VIEW v AS SELECT 1 AS a         | REFRESH MATERIALIZED VIEW v
          vacuum-full           | SELECT 1                                            | VACUUM FULL
          vacuum-full           | SELECT 1                                            | VACUUM (FULL, ANALYZE) p
          cluster-table         | CREATE INDEX i ON p (k)                             | CLUSTER p USING i
          set-logged            | CREATE TABLE t (a int)                              | ALTER TABLE t SET UNLOGGED
          set-logged            | CREATE UNLOGGED TABLE t (a int)                     | ALTER TABLE t SET LOGGED
          set-access-method     | CREATE TABLE t (a int)                              | ALTER TABLE t SET ACCESS METHOD other
          set-tablespace        | CREATE TABLE t (a int)                              | ALTER TABLE t SET TABLESPACE fast
          set-tablespace        | CREATE TABLE t (a int); CREATE INDEX i ON t (a)     | ALTER INDEX i SET TABLESPACE fast
          autovacuum-disabled   | CREATE TABLE t (a int)                              | ALTER TABLE t SET (autovacuum_enabled = off)
          autovacuum-disabled   | SELECT 1                                            | CREATE TABLE t (a int) WITH (autovacuum_enabled = false)
          """)
  void whatBlocksOrStays(String rule, String earlier, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(WHOLE + earlier, rule)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attach-partition-scan | CREATE TABLE n (k int NOT NULL CHECK (k >= 10 AND k < 20))    | ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20)
          attach-partition-scan | SELECT 1                                            | CREATE TABLE n (k int); ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20)
          create-partition-of   | SELECT 1                                            | CREATE TABLE x (k int) PARTITION BY LIST (k); CREATE TABLE n PARTITION OF x DEFAULT
          detach-partition      | SELECT 1                                            | ALTER TABLE w DETACH PARTITION p CONCURRENTLY
          drop-partition        | CREATE TABLE t (a int)                              | DROP TABLE t
          drop-partition        | SELECT 1                                            | DROP TABLE w
          refresh-matview       | CREATE MATERIALIZED VIEW v AS SELECT 1 AS a         | REFRESH MATERIALIZED VIEW CONCURRENTLY v
          refresh-matview       | CREATE MATERIALIZED VIEW v AS SELECT 1 AS a         | REFRESH MATERIALIZED VIEW v WITH NO DATA
          refresh-matview       | CREATE MATERIALIZED VIEW v AS SELECT 1 AS a WITH NO DATA | REFRESH MATERIALIZED VIEW v
          refresh-matview       | SELECT 1                                            | CREATE MATERIALIZED VIEW v AS SELECT 1 AS a; REFRESH MATERIALIZED VIEW v
          vacuum-full           | SELECT 1                                            | VACUUM (FULL false) p
          vacuum-full           | SELECT 1                                            | VACUUM p
          set-logged            | CREATE TABLE t (a int)                              | ALTER TABLE t SET LOGGED
          set-access-method     | CREATE TABLE t (a int)                              | ALTER TABLE t SET ACCESS METHOD heap
          set-access-method     | SELECT 1                                            | ALTER TABLE w SET ACCESS METHOD other
          set-tablespace        | CREATE TABLE t (a int)                              | ALTER TABLE t SET TABLESPACE pg_default
          set-tablespace        | SELECT 1                                            | ALTER TABLE w SET TABLESPACE fast
          autovacuum-disabled   | CREATE TABLE t (a int)                              | ALTER TABLE t SET (autovacuum_enabled = true)
          autovacuum-disabled   | CREATE TABLE t (a int)                              | ALTER TABLE t SET (autovacuum_enabled = off); ALTER TABLE t RESET (autovacuum_enabled)
          """)
  void whatDoesNot(String rule, String earlier, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(WHOLE + earlier, rule)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          attach-partition-scan | CREATE TABLE n (k int); ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20) | 1
          detach-partition      | ALTER TABLE w DETACH PARTITION p                                                      | 0
          drop-partition        | DROP TABLE p                                                                          | 0
          """)
  void aDefaultPartitionIsReadAndForbidsConcurrently(String rule, String up, int found) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(REST, rule)).hasSize(found);
  }

  @Test
  void whatIsNotKnownMayBeRead() {
    TestSubject attach =
        TestSubject.GOOD.withUp("ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (10) TO (20)");

    assertThat(Rules.judge(attach.subject()))
        .filteredOn(judgement -> judgement.rule().equals("attach-partition-scan"))
        .singleElement()
        .satisfies(
            judgement -> {
              assertThat(judgement.severity()).isEqualTo(Severity.WARNING);
              assertThat(judgement.finding().problem()).contains("may read");
            });
  }
}
