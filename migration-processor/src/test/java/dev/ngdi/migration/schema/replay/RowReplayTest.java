package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReplayTest {
  private static final String TABLE = "CREATE TABLE city (id int, name text, pop int)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "INSERT INTO cities VALUES (1)                          | 42P01",
        "INSERT INTO city (id, nam) VALUES (1, 'x')             | 42703",
        "UPDATE city SET nam = 'x'                              | 42703",
        "UPDATE city SET name = 'x' WHERE ident = 3             | 42703",
        "DELETE FROM city c WHERE c.ident = 3                   | 42703",
        "DELETE FROM town                                       | 42P01",
        "SELECT nam FROM city                                   | 42703",
        "TRUNCATE town                                          | 42P01",
        "LOCK TABLE town                                        | 42P01",
        "ANALYZE town                                           | 42P01",
      })
  void refused(String statement, String code) {
    assertThat(Replayed.of(TABLE, statement).codes()).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO city VALUES (1, 'a', 2)",
        "INSERT INTO city (id) SELECT g FROM generate_series(1, 3) g ON CONFLICT (id) DO UPDATE SET"
            + " name = excluded.name RETURNING id, city.name",
        "UPDATE city SET name = s.n, pop = pop + 1 FROM (SELECT 1 AS k, 'x' AS n) s WHERE s.k ="
            + " city.id",
        "UPDATE city AS c SET (name, pop) = (SELECT 'x', 1) WHERE c.id = 3",
        "DELETE FROM city USING pg_class p WHERE p.relname = name",
        "WITH gone AS (DELETE FROM city RETURNING *) INSERT INTO city SELECT * FROM gone",
        "WITH w AS (SELECT id AS k FROM city) UPDATE city SET pop = 1 FROM w WHERE w.k = id",
        "MERGE INTO city c USING (SELECT 1 AS id) s ON s.id = c.id WHEN MATCHED THEN UPDATE SET pop"
            + " = 1 WHEN NOT MATCHED THEN INSERT (id) VALUES (s.id)",
        "SELECT c.name, c FROM city c ORDER BY 1",
        "SELECT setval('city_id_seq1', 3) WHERE false",
        "TRUNCATE city",
        "VACUUM FULL city",
      })
  void accepted(String statement) {
    Replayed replayed = Replayed.of(TABLE, "CREATE SEQUENCE city_id_seq1", statement);
    assertThat(replayed.problems()).isEmpty();
  }
}
