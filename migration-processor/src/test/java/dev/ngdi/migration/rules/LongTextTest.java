package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However long a text in a script is, it is judged: a compiler's stack is small. */
class LongTextTest {
  private static final String TABLES =
      "CREATE TABLE t (id bigint PRIMARY KEY, a text, b int);"
          + " CREATE TABLE w (k text) PARTITION BY LIST (k);"
          + " CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS"
          + " 'BEGIN EXECUTE t; END';";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (1, '…', 1)",
        "UPDATE t SET a = '…' WHERE b = 1",
        "UPDATE t SET b = 1 WHERE a = '…'",
        "ALTER TABLE t ADD COLUMN c text DEFAULT '…'",
        "ALTER TABLE t ALTER a SET DEFAULT '…'",
        "ALTER TABLE t ADD CONSTRAINT c CHECK (a <> '…')",
        "ALTER TABLE t ADD COLUMN c text GENERATED ALWAYS AS (a || '…') STORED",
        "ALTER TABLE t ALTER a TYPE int USING length(a || '…')",
        "CREATE INDEX i ON t (a) WHERE a <> '…'",
        "CREATE TABLE w1 PARTITION OF w FOR VALUES IN ('…')",
        "CREATE VIEW v AS SELECT '…' AS a",
        "COMMENT ON TABLE t IS '…'",
        "SELECT f('…'); SELECT set_config('search_path', '…', true)",
        "DO $$ BEGIN IF EXISTS (SELECT FROM t WHERE a = '…') THEN DROP TABLE t; END IF; END $$",
        "DO $$ BEGIN EXECUTE '…'; END $$",
        "CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.a := '…';"
            + " RETURN NEW; END $$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE"
            + " FUNCTION g()",
        "INSERT INTO t SELECT id, a, b FROM t WHERE a IN ('x', '…')"
      })
  void itIsJudged(String up) {
    for (String piece : new String[] {"x", "''", "a, ", " (", "it''s "}) {
      String sql = up.replace("…", piece.repeat(30_000));
      Subject subject = TestSubject.GOOD.withUp(sql).withDown(sql).after(TABLES);

      Rules.ALL.forEach(rule -> assertThat(rule.check(subject)).as(rule.id()).isNotNull());
    }
  }
}
