package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server gives the columns of a result the names that are read from the query's text. */
@Tag("fast")
class OutputNamesTest {
  private static EmbeddedPostgres server;
  private static Connection connection;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    connection = server.getPostgresDatabase().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TYPE pair AS (x int, y text);
          CREATE TABLE t (a int, b text, c int[], d pair, at timestamptz, j jsonb);
          """);
    }
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    connection.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, t.b, public.t.c, b AS x, b y, a AS \"Z\", (a), ((t.a))",
        "1, 'x', NULL, -a, a + 1, NOT true, a IS NULL, a = 1, b LIKE 'x', $$x$$",
        "true, false, 1::int, 'x'::text, a::text, (a + 1)::numeric(3, 1), '{}'::int[], NULL::date",
        "CAST(1 AS bigint), CAST(a AS bigint), CAST('1' AS double precision), 1::float,"
            + " 'x'::char(3)",
        "now(), now()::date, lower(b), pg_catalog.lower(b), count(*) OVER (), sum(a) OVER w",
        "date '2026-11-22', interval '1' day, timestamp with time zone '2026-11-22', time '10:00'",
        "CASE WHEN true THEN 1 END, CASE WHEN true THEN 1 ELSE a END, CASE a WHEN 1 THEN b ELSE 'x'"
            + " END",
        "CASE WHEN true THEN 1 ELSE 2::int8 END, CASE WHEN true THEN 1 ELSE abs(a) END",
        "coalesce(a, 1), nullif(a, 1), greatest(a, 1), least(a, 1), coalesce(a, 1)::text",
        "ARRAY[1, 2], ARRAY(SELECT 1), c[1], c[1:2], (c)[1], (ARRAY[1])[1], (d).x, (d).y::int",
        "ROW(1, 2), (1, 2), EXISTS (SELECT 1), (SELECT 1), (SELECT a), (SELECT max(a) AS m FROM t)",
        "(SELECT 1::int), (SELECT a + 1), (VALUES (1)), (SELECT a FROM t UNION SELECT 1 LIMIT 1)",
        "current_date, current_user, current_timestamp(3), localtime, session_user, user",
        "current_schema, current_catalog, current_role",
        "extract(epoch FROM at), position('a' IN b), substring(b FROM 1 FOR 2), substring(b, 1)",
        "trim(b), trim(LEADING 'x' FROM b), trim(TRAILING FROM b), overlay(b PLACING 'x' FROM 1)",
        "at AT TIME ZONE 'UTC', at AT LOCAL, (at AT TIME ZONE 'UTC')::date, at AT TIME ZONE 'UTC' >"
            + " now()",
        "b COLLATE \"C\", 'x' COLLATE \"C\", lower(b) COLLATE \"C\", a BETWEEN 1 AND 2, a IN (1,"
            + " 2)",
        "j -> 'x', j ->> 'x', (j -> 'x')::text, j #>> '{a}', a = ANY (c), a IS DISTINCT FROM 1",
        "normalize(b), (SELECT a + 1)::int, (VALUES (1))::text",
        "json_object('a': 1), json_array(1, 2), json_value(j, '$.a'), xmlelement(name x),"
            + " xmlforest(a)",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY a) FILTER (WHERE a > 1), string_agg(b, ','"
            + " ORDER BY a)",
        "t, *, t.*, (d).*",
      })
  void areThoseOfTheServer(String items) throws SQLException {
    boolean aggregates = items.contains("WITHIN");
    String sql = "SELECT " + items + " FROM t" + (aggregates ? "" : " WINDOW w AS ()");
    List<String> expected = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
        expected.add(result.getMetaData().getColumnLabel(i));
      }
    }

    Fragment fragment = FragmentReader.query(Cursor.over(sql));

    assertThat(fragment.complete()).isTrue();
    assertThat(fragment.scopes().get(0).outputs())
        .flatExtracting(
            output ->
                output
                    .name()
                    .map(List::of)
                    .orElseGet(
                        () ->
                            output.column().isPresent()
                                ? List.of("a", "b", "c", "d", "at", "j")
                                : List.of("x", "y")))
        .containsExactlyElementsOf(expected);
  }
}
