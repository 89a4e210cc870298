package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewReplayTest {
  private static final String CITY =
      "CREATE TABLE city (id int PRIMARY KEY, name text, pop bigint, region int)";
  private static final String REGION =
      "CREATE TABLE region (id int PRIMARY KEY, title varchar(40))";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "SELECT * FROM city                                 | id integer, name text, pop bigint,"
            + " region integer",
        "SELECT c.* FROM city c, region r                   | id integer, name text, pop bigint,"
            + " region integer",
        "SELECT id, name AS n FROM city                     | id integer, n text",
        "SELECT pop::int FROM city                          | pop integer",
        "SELECT s.n FROM (SELECT name n FROM city) s        | n text",
        "WITH w AS (SELECT * FROM region) SELECT * FROM w   | id integer, title character"
            + " varying(40)",
        "SELECT title FROM region UNION SELECT name FROM city | title text",
        "SELECT r.title, count(*) AS n FROM region r JOIN city c ON c.region = r.id GROUP BY"
            + " r.title | title character varying(40), n bigint",
        "SELECT x.id FROM city x WHERE EXISTS (SELECT 1 FROM region y WHERE y.id = x.region AND"
            + " title = x.name) | id integer",
      })
  void columns(String query, String columns) {
    Replayed replayed = Replayed.of(CITY, REGION, "CREATE VIEW v AS " + query);
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(String.join(", ", replayed.columns("v"))).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE VIEW v AS SELECT * FROM cities                          | 42P01",
        "CREATE VIEW v AS SELECT nam FROM city                          | 42703",
        "CREATE VIEW v AS SELECT c.nam FROM city c                      | 42703",
        "CREATE VIEW v AS SELECT d.name FROM city c                     | 42P01",
        "CREATE VIEW v AS SELECT city.name FROM city c                  | 42P01",
        "CREATE VIEW v AS SELECT id FROM city c WHERE EXISTS (SELECT 1 FROM region r WHERE x.id ="
            + " r.id) | 42P01",
        "CREATE VIEW v AS SELECT id FROM city WHERE EXISTS (SELECT 1 FROM region WHERE reg = 1) |"
            + " 42703",
        "CREATE VIEW v AS SELECT c.id, r.id FROM city c, region r       | 42701",
        "CREATE VIEW v (a, b) AS SELECT id FROM city                    | 42601",
        "CREATE VIEW city AS SELECT 1 AS one                            | 42P07",
        "CREATE OR REPLACE VIEW city AS SELECT 1 AS one                 | 42809",
        "CREATE VIEW w AS SELECT 1 AS one                               | 42P07",
        "CREATE OR REPLACE VIEW w AS SELECT id FROM city                | 42P16",
        "CREATE OR REPLACE VIEW w AS SELECT name, id FROM city          | 42P16",
        "CREATE OR REPLACE VIEW w AS SELECT id, name::varchar FROM city | 42P16",
        "DROP VIEW m                                                    | 42809",
        "DROP VIEW city                                                 | 42809",
        "DROP MATERIALIZED VIEW w                                       | 42809",
        "DROP VIEW nope                                                 | 42P01",
        "DROP TABLE city                                                | 2BP01",
        "DROP VIEW w                                                    | 2BP01",
        "ALTER VIEW w RENAME TO m                                       | 42P07",
        "ALTER VIEW w RENAME COLUMN name TO id                          | 42701",
        "REFRESH MATERIALIZED VIEW w                                    | 42809",
        "REFRESH MATERIALIZED VIEW nope                                 | 42P01",
        "CREATE MATERIALIZED VIEW m AS SELECT 1 AS one                  | 42P07",
      })
  void refused(String statement, String code) {
    Replayed replayed =
        Replayed.of(
            CITY,
            REGION,
            "CREATE VIEW w AS SELECT id, name FROM city",
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM w",
            statement);
    assertThat(replayed.codes()).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE OR REPLACE VIEW w AS SELECT id, name, pop FROM city",
        "CREATE OR REPLACE VIEW w AS SELECT id, lower(name) AS name FROM city WHERE pop > 3",
        "DROP VIEW w CASCADE",
        "DROP TABLE city CASCADE",
        "CREATE MATERIALIZED VIEW IF NOT EXISTS m AS SELECT 1 AS one",
        "DROP VIEW IF EXISTS nope",
        "CREATE VIEW v AS SELECT city, city.ctid, tableoid FROM city",
        "CREATE VIEW v AS SELECT relname FROM pg_class JOIN pg_catalog.pg_namespace n ON n.oid ="
            + " relnamespace",
        "CREATE VIEW v AS SELECT g, g.x FROM generate_series(1, 3) AS g(x)",
        "CREATE VIEW v AS SELECT id, sum(pop) OVER w2 FROM city WINDOW w2 AS (PARTITION BY region"
            + " ORDER BY id)",
        "CREATE VIEW v AS SELECT id AS k FROM city GROUP BY k ORDER BY k",
        "CREATE VIEW v AS SELECT id FROM city c JOIN region r USING (id)",
        "CREATE VIEW v AS SELECT l.n FROM city c, LATERAL (SELECT c.name AS n) l",
        "CREATE VIEW v AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n"
            + " FROM t",
        "CREATE RECURSIVE VIEW v (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM v",
        "CREATE VIEW v AS SELECT x.a FROM (VALUES (1, 2)) AS x(a, b)",
        "CREATE VIEW v AS SELECT j.name FROM (city c JOIN region r ON c.region = r.id) AS j",
        "CREATE VIEW v AS SELECT generate_series.generate_series AS n FROM generate_series(1, 3)",
        "CREATE TEMP VIEW w AS SELECT 1 AS one",
        "CREATE VIEW v AS SELECT extract(year FROM now()) AS y, current_date AS d, id FROM city",
      })
  void accepted(String statement) {
    Replayed replayed =
        Replayed.of(
            CITY,
            REGION,
            "CREATE VIEW w AS SELECT id, name FROM city",
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM w",
            statement);
    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void aStarIsExpandedWhenTheViewIsMade() {
    Replayed replayed =
        Replayed.of(
            REGION, "CREATE VIEW v AS SELECT r.* FROM region r", "CREATE VIEW u AS TABLE region");
    assertThat(replayed.query("v")).isEqualTo("SELECT r.id, r.title FROM region r");
  }

  @Test
  void whatHoldsRowsKnowsWhetherItIsFilled() {
    Replayed replayed =
        Replayed.of(
            REGION,
            "CREATE MATERIALIZED VIEW m AS SELECT id FROM region WITH NO DATA",
            "CREATE MATERIALIZED VIEW n AS SELECT id FROM region WITH NO DATA",
            "REFRESH MATERIALIZED VIEW n");
    assertThat(view(replayed, "m").populated()).isFalse();
    assertThat(view(replayed, "n").populated()).isTrue();
  }

  private static View view(Replayed replayed, String name) {
    return (View) replayed.schema().relation(QualifiedName.of(name)).found().orElseThrow();
  }
}
