package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Step;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script can do to its session. */
final class SessionEffectTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE a (id int DEFAULT f())                                     | NONE",
        "CREATE TABLE a (id int, b int GENERATED ALWAYS AS (id * 2) STORED)      | NONE",
        "CREATE INDEX a_idx ON a (lower(b))                                      | NONE",
        "COMMENT ON TABLE a IS 'x'                                               | NONE",
        "CREATE OR REPLACE VIEW v AS SELECT 1                                    | NONE",
        "CREATE TABLE a (id int); COMMENT ON TABLE a IS 'x'; DROP TABLE a        | NONE",
        "CREATE TABLE a AS SELECT f()                                            | HIDDEN",
        "CREATE TABLE a AS (SELECT f())                                          | HIDDEN",
        "CREATE TABLE a PARTITION OF b FOR VALUES IN (f())                       | HIDDEN",
        "CREATE MATERIALIZED VIEW v AS SELECT f()                                | HIDDEN",
        "CREATE TABLE a (id int); INSERT INTO a VALUES (1)                       | HIDDEN",
        "ALTER TABLE a ADD COLUMN b int DEFAULT f()                              | HIDDEN",
        "CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION f()          | HIDDEN",
        "SET LOCAL lock_timeout = '1s'                                           | HIDDEN",
        "SET lock_timeout = '1s'                                                 | OPEN",
        "RESET ROLE                                                              | OPEN",
        "SELECT f()                                                              | OPEN",
        "DO $$ BEGIN END $$                                                      | OPEN",
        "CREATE TEMP TABLE a (id int)                                            | OPEN",
        "UPDATE a SET b = set_config('x.y', 'z', false)                          | OPEN",
      })
  void isReadFromTheText(String sql, SessionEffect effect) {
    assertThat(
            SessionEffect.of(
                new Step.Apply(
                    migration("V20261123100001__do_it", sql.replace("; ", ";\n"), "SELECT 1"))))
        .isEqualTo(effect);
  }
}
