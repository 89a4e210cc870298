package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InverseTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.ngdi.migration.sql.InverseExamples#all")
  void whatTheScriptDoesIsTakenBack(InverseExamples.Example example) {
    assertThat(Inverse.of(Script.parse(example.up()))).contains(example.down());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE t",
        "ALTER TABLE t DROP COLUMN a",
        "ALTER TABLE t ALTER a TYPE bigint",
        "ALTER TABLE t ALTER a SET DEFAULT 1",
        "ALTER TABLE t ADD COLUMN IF NOT EXISTS a int",
        "ALTER TABLE IF EXISTS t ADD COLUMN a int",
        "ALTER TABLE t ADD PRIMARY KEY (a)",
        "ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX i",
        "ALTER TABLE t ADD CHECK (a > 0)",
        "ALTER TABLE t VALIDATE CONSTRAINT c",
        "ALTER TABLE t DETACH PARTITION p",
        "ALTER TABLE t SET SCHEMA s",
        "CREATE TABLE IF NOT EXISTS t (a int)",
        "CREATE INDEX IF NOT EXISTS i ON t (a)",
        "CREATE INDEX ON t (lower(a))",
        "CREATE OR REPLACE VIEW v AS SELECT 1",
        "CREATE SCHEMA s CREATE TABLE t (a int)",
        "ALTER TYPE e ADD VALUE 'x'",
        "INSERT INTO t VALUES (1)",
        "UPDATE t SET a = 1",
        "CREATE TABLE t (a int); WITH d AS (DELETE FROM u RETURNING *) INSERT INTO t SELECT * FROM d",
        "CREATE TABLE t (a int); TRUNCATE t, u",
        "CREATE VIEW v AS SELECT * FROM t; INSERT INTO v VALUES (1)",
        "DO $$ BEGIN PERFORM 1; END $$",
        "SELECT setval('s', 1)",
        "GRANT SELECT ON t TO r",
        "COMMENT ON TABLE t IS 'x'",
        "CREATE TABLE t (a int); SET search_path = app; CREATE TABLE u (a int)",
        "CREATE TABEL t (a int)",
        "SELECT 1"
      })
  void whatDependsOnTheStateBeforeIsNotDerived(String up) {
    assertThat(Inverse.of(Script.parse(up))).isEmpty();
  }

  @Test
  void aDerivedInverseIsSqlItself() {
    assertThat(InverseExamples.all())
        .allSatisfy(example -> assertThat(Script.parse(example.down()).problems()).isEmpty());
  }
}
