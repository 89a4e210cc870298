package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FragmentReaderTest {

  /** Columns that may be something else have a question mark. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "a + b * 2 → a b",
        "price >= 0 AND length(title) > 0 → price title",
        "a IS NULL OR b IS NOT DISTINCT FROM c → a b c",
        "a BETWEEN SYMMETRIC b AND c → a b c",
        "a LIKE 'x' ESCAPE '#' AND b NOT ILIKE ALL (ARRAY['y', c]) → a b c",
        "a NOT SIMILAR TO b → a b",
        "a IN (1, b) AND c = ANY ($1) → a b c",
        "CASE a WHEN 1 THEN b WHEN c THEN 'x' ELSE d END = e → a b c d e",
        "CAST(a AS numeric(3, 1)) + b::app.money[] → a b",
        "date '2026-11-22' + interval '1 day' + interval '1' day → ``",
        "timestamp with time zone '2026-11-22' > a::timestamp(3) without time zone → a",
        "double precision '1.5' + numeric(3, 1) '2' + my.type 'x' → ``",
        "extract(epoch FROM a) + extract(day FROM now()) → a",
        "substring(a FROM b FOR c) || substring(d, 2) → a b c d",
        "position(a IN b) + length(overlay(c PLACING d FROM 1)) → a b c d",
        "trim(BOTH a FROM b) || trim(c) || trim(LEADING FROM d) → a b c d",
        "normalize(a, NFC) IS NFC NORMALIZED → a",
        "now() AT TIME ZONE 'UTC' > a AT LOCAL → a",
        "current_user = owner AND current_date > at → owner at",
        "current_timestamp(3) > localtimestamp → ``",
        "current_setting('app.tenant')::int = tenant → tenant",
        "(a).b.c + (d[1:e]).f → a d e",
        "ARRAY[[a, 1], [b, 2]] && ROW(c, d).x → a b c d",
        "f(a => b, c := d, VARIADIC e) → b d e",
        "count(*) FILTER (WHERE a) OVER w → a",
        "sum(a) OVER (PARTITION BY b ORDER BY c DESC NULLS LAST ROWS BETWEEN 1 PRECEDING AND"
            + " CURRENT ROW) → a b c",
        "rank() OVER (w ORDER BY a RANGE BETWEEN UNBOUNDED PRECEDING AND b FOLLOWING EXCLUDE TIES)"
            + " → a b",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY a) → a",
        "string_agg(DISTINCT a, ',' ORDER BY b) → a b",
        "a COLLATE \"C\" < b COLLATE pg_catalog.\"de\" → a b",
        "meta ? 'a' AND NOT meta ?| array['x'] AND meta @> '{}' → meta meta meta",
        "a OPERATOR(pg_catalog.+) b - -c → a b c",
        "t.a + app.t.b + db.app.t.c → t.a app.t.b app.t.c",
        "NEW.a IS DISTINCT FROM OLD.a → new.a old.a",
        "\"A b\" > \"User\".\"C\" → A b User.C",
        "coalesce(a, nullif(b, c), greatest(d, 1)) → a b c d",
        "a IS JSON OBJECT WITH UNIQUE KEYS AND b ->> 'x' = 'y' → a b",
        "JSON_OBJECT('a' VALUE b NULL ON NULL) IS NULL AND c → value? b? c",
        "U&'\\0061' UESCAPE '!' = a → a",
        "left(a, 1) = b AND date(c) = d AND year > month → a b c d year month",
        "NOT a AND - b > all (ARRAY[c]) → a b c",
        "exists → exists",
        "ctid = x → ctid? x",
      })
  void columnsOfAnExpression(String sql, String columns) {
    Fragment fragment = FragmentReader.expression(Cursor.over(sql));

    assertThat(columns(fragment.scopes().get(0))).isEqualTo(columns);
    assertThat(fragment.complete()).isTrue();
  }

  /** Each scope: its parent, its sources, its columns, its result. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "SELECT a, t.b AS c FROM app.t → -1 app.t(a t.b)a c",
        "SELECT a x, b \"Y\", * , u.* FROM t AS u (p, q) WHERE d → -1 t:u[p q](a b * u.* d)x Y *"
            + " u.*",
        "SELECT t, t.* FROM t → -1 t(t? t.*)t t.*",
        "SELECT FROM (SELECT a FROM t) x WHERE x.a → -1 #1:x(x.a) / -1 t(a)a",
        "SELECT (SELECT max(a) FROM u WHERE u.i = t.i), EXISTS (SELECT FROM v) FROM t → -1 t()max"
            + " exists / 0 u(a u.i t.i)max / 0 v()",
        "SELECT * FROM a JOIN b ON a.x = b.x LEFT JOIN c USING (y) → -1~ a b c(* a.x b.x y)*",
        "SELECT * FROM a JOIN b JOIN c ON b.x = c.x ON a.y = b.y JOIN d USING (z) → -1~ a b c d(*"
            + " b.x c.x a.y b.y z)*",
        "SELECT * FROM a NATURAL FULL JOIN b CROSS JOIN c → -1~ a b c(*)*",
        "SELECT * FROM (a JOIN b ON left(x, 1) = y) LEFT OUTER JOIN c ON true → -1 a b c(* x y)*",
        "SELECT * FROM t, LATERAL (SELECT t.a) l, (SELECT 1) n → -1 t #1:l #2:n(*)* / 0 (t.a)a / -1"
            + " ()?column?",
        "SELECT g.a FROM generate_series(1, n) WITH ORDINALITY AS g (a, b) → -1 ?g[a b](g.a n)a",
        "SELECT * FROM ROWS FROM (f(1), g(a) AS (x int)) r, h() → -1 ?r ?h(* a)*",
        "SELECT * FROM json_to_recordset('[]') AS x (a int, b text) → -1 ?x[a b](*)*",
        "WITH x (i) AS (SELECT a FROM t) SELECT i FROM x y WHERE y.i > 0 → -1 #1:y[i](i y.i)i / -1"
            + " t(a)a",
        "WITH x AS (SELECT 1 AS a), y AS (SELECT a FROM x) SELECT * FROM y, app.x → -1 #2:y"
            + " app.x(*)* / -1 ()a / -1 #1:x(a)a",
        "WITH RECURSIVE r AS (SELECT id FROM n UNION ALL SELECT n.id FROM n JOIN r ON n.p = r.id)"
            + " SELECT * FROM r → -1 #1:r(*)* / -1 n(id)id / -1 n #1:r(n.id n.p r.id)id",
        "WITH RECURSIVE r AS (SELECT id FROM n) SEARCH DEPTH FIRST BY id SET o CYCLE id SET c USING"
            + " p SELECT o FROM r → -1 #1:r(o)o / -1 n(id)id o c p",
        "WITH gone AS (DELETE FROM t WHERE old RETURNING *) INSERT INTO archive SELECT * FROM gone"
            + " → -1 !archive() / -1 !t(old *)* / -1 #1:gone(*)*",
        "(SELECT a FROM t) UNION ALL (SELECT b FROM u ORDER BY b LIMIT 1) ORDER BY a → -1 t(a a?)a"
            + " / -1 u(b b?)b",
        "SELECT a AS x, b FROM t ORDER BY x, b DESC NULLS LAST, c, a + 1 FETCH FIRST 5 ROWS WITH"
            + " TIES → -1 t(a b x? b? c a)x b",
        "SELECT a, count(*) FROM t GROUP BY a, ROLLUP (b, (c, d)), GROUPING SETS ((e), ()) HAVING f"
            + " > 0 → -1 t(a a? b c d e f)a count",
        "SELECT DISTINCT ON (a, b) a FROM t ORDER BY 1 OFFSET 5 ROWS FOR UPDATE OF t SKIP LOCKED →"
            + " -1 t(a a? b)a",
        "SELECT sum(a) OVER w FROM t WINDOW w AS (PARTITION BY b), v AS (w ORDER BY c) → -1 t(a b"
            + " c)sum",
        "VALUES (1, a), (2, 'b') → -1 (a)column1 column2",
        "TABLE t → -1 t()*",
        "SELECT a INTO TEMP x FROM t TABLESAMPLE bernoulli (n) REPEATABLE (1) → -1 t(a n)a",
        "INSERT INTO t AS x (a, b[1], c.d) VALUES (1, DEFAULT, 2) RETURNING x.id, old.b, new.b → -1"
            + " !t:x(a b c x.id old.b? new.b?)id b b / -1 ()column1 column2 column3",
        "INSERT INTO t (a) SELECT b FROM u ON CONFLICT (a, lower(c)) WHERE d DO UPDATE SET a ="
            + " EXCLUDED.a WHERE t.e → -1 !t(a a c d a) / -1 u(b)b / 0 t:excluded(excluded.a t.e)",
        "INSERT INTO t DEFAULT VALUES ON CONFLICT ON CONSTRAINT k DO NOTHING → -1 !t()",
        "INSERT INTO t (SELECT * FROM u) → -1 !t() / -1 u(*)*",
        "UPDATE ONLY t AS x SET (a, b) = (SELECT c, d FROM v), e = DEFAULT FROM u WHERE u.id = x.id"
            + " RETURNING * → -1~ !t:x u(a b e u.id x.id *)* / 0 v(c d)c d",
        "UPDATE t SET a = b WHERE CURRENT OF cur → -1 !t(a b)",
        "DELETE FROM t USING u WHERE t.id = u.id AND at < now() - interval '30 days' → -1 !t u(t.id"
            + " u.id at)",
        "MERGE INTO t USING (SELECT 1 AS id) AS s ON t.id = s.id WHEN MATCHED AND t.a THEN UPDATE"
            + " SET a = s.id WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT"
            + " (id) VALUES (s.id) → -1~ !t #1:s(t.id s.id t.a a s.id id s.id) / -1 ()id",
        "SELECT * FROM ((SELECT 1 a) UNION (SELECT 2)) x → -1 #1:x(*)* / -1 ()a / -1 ()?column?",
        "SELECT xmin, tableoid FROM t → -1 t(xmin? tableoid?)xmin tableoid",
        "SELECT a FROM XMLTABLE('/r' PASSING x COLUMNS a int PATH '@a') AS t → -1 ?t(a passing? x?"
            + " columns? a? int?)a",
      })
  void scopesOfAQuery(String sql, String scopes) {
    Fragment fragment = FragmentReader.query(Cursor.over(sql));

    assertThat(fragment.scopes().stream().map(this::scope).collect(Collectors.joining(" / ")))
        .isEqualTo(scopes);
    assertThat(fragment.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "count(*) + f(1, app.g(a => 2, b => 3)) → count/0 app.g/2 f/2",
        "coalesce(a, b) || cast(c AS text) || substring(d, 1) || left(e, 1) → left/2",
        "percentile_cont(0.5) WITHIN GROUP (ORDER BY a) → percentile_cont/2",
        "a IN (SELECT \"F\"(b) FROM g(1) JOIN h() ON i(2)) → F/1 g/1 h/0 i/1",
        "ARRAY(SELECT f(x)) || row(1)::t || nullif(1, 2) → f/1",
      })
  void functionsAreKnownByNameAndNumberOfArguments(String sql, String functions) {
    assertThat(FragmentReader.expression(Cursor.over(sql)).functions())
        .extracting(f -> f.name().toString().replace("\"", "") + "/" + f.arguments())
        .containsExactly(functions.split(" "));
  }

  @Test
  void typesAreThoseThatTheGrammarHasNoWordsFor() {
    assertThat(
            FragmentReader.expression(
                    Cursor.over(
                        "a::int + CAST(b AS app.money) + c::\"Mood\"[] + date '2026-11-22' +"
                            + " d::timestamp with time zone + interval '1' day + e::double"
                            + " precision"))
                .types())
        .extracting(type -> type.name().sql())
        .containsExactly("app.money", "\"Mood\"", "date");
  }

  @Test
  void constantsThatNameRelationsAreKnown() {
    assertThat(
            FragmentReader.expression(
                    Cursor.over(
                        "nextval('t_id_seq') + currval('app.\"S\"'::regclass) + setval('s', 1)"
                            + " + f('x') + nextval(12345) + ('T'::regclass)::oid::int"
                            + " + CAST('u' AS regclass)::int + regclass 'v'::int + '17'::regclass"))
                .literals())
        .extracting(literal -> literal.name().sql())
        .containsExactly("t_id_seq", "app.\"S\"", "s", "t", "u", "v");
  }

  @Test
  void placesCountFromTheStartOfTheFragment() {
    String script = "/* é */ SELECT app.t.\"A\", f(b::mood) FROM app.t JOIN u AS x USING (id)";
    Fragment fragment = FragmentReader.query(Cursor.over(script));

    assertThat(fragment.sql()).isEqualTo(script.substring(8));
    assertThat(fragment.scopes().get(0).columns())
        .extracting(
            use -> use.qualifierAt().map(at -> text(fragment, at)).orElse("-"),
            use -> text(fragment, use.at()))
        .containsExactly(tuple("app.t", "\"A\""), tuple("-", "b"), tuple("-", "id"));
    assertThat(fragment.scopes().get(0).sources())
        .extracting(source -> text(fragment, ((Fragment.RelationSource) source).at()))
        .containsExactly("app.t", "u");
    assertThat(fragment.functions()).extracting(f -> text(fragment, f.at())).containsExactly("f");
    assertThat(fragment.types()).extracting(t -> text(fragment, t.at())).containsExactly("mood");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a WHATEVER comes NEXT FROM t",
        "SELECT a FROM t QUALIFY b c",
        "EXPLAIN SELECT a FROM t",
        ")",
      })
  void whatCannotBeReadMakesNoNameCertain(String sql) {
    Fragment fragment = FragmentReader.query(Cursor.over(sql));

    assertThat(fragment.complete()).isFalse();
    assertThat(fragment.scopes())
        .flatExtracting(Fragment.Scope::columns)
        .noneMatch(Fragment.ColumnUse::certain);
  }

  @Test
  void nestingTooDeepIsNotRead() {
    String sql = "(".repeat(20_000) + "a" + ")".repeat(20_000);

    assertThat(FragmentReader.expression(Cursor.over(sql)).complete()).isFalse();
    assertThat(FragmentReader.query(Cursor.over("SELECT " + sql)).complete()).isFalse();
    assertThat(FragmentReader.query(Cursor.over(sql)).complete()).isFalse();
    assertThat(FragmentReader.query(Cursor.over("SELECT * FROM " + sql)).complete()).isFalse();
    assertThat(FragmentReader.expression(Cursor.over("CASE WHEN ".repeat(20_000))).complete())
        .isFalse();
  }

  private static String text(Fragment fragment, Fragment.Span at) {
    return fragment.sql().substring(at.start(), at.end());
  }

  private String scope(Fragment.Scope scope) {
    String sources = scope.sources().stream().map(this::source).collect(Collectors.joining(" "));
    String outputs =
        scope.outputs().stream()
            .map(o -> o.name().orElseGet(() -> o.column().map(this::path).orElse("*")))
            .collect(Collectors.joining(" "));
    return scope.parent()
        + (scope.merged() ? "~ " : " ")
        + sources
        + "("
        + columns(scope)
        + ")"
        + outputs;
  }

  private String source(Fragment.Source source) {
    String columns =
        source.columnAliases().isEmpty()
            ? ""
            : "[" + String.join(" ", source.columnAliases()) + "]";
    if (source instanceof Fragment.RelationSource relation) {
      String alias = relation.aliased() ? ":" + relation.alias().orElseThrow() : "";
      return (relation.written() ? "!" : "") + relation.name().sql() + alias + columns;
    } else if (source instanceof Fragment.QuerySource query) {
      return "#" + query.scope() + ":" + query.alias().orElse("") + columns;
    }
    return "?" + source.alias().orElse("") + columns;
  }

  private String columns(Fragment.Scope scope) {
    return scope.columns().stream()
        .map(use -> path(use) + (use.certain() ? "" : "?"))
        .collect(Collectors.joining(" "));
  }

  private String path(Fragment.ColumnUse use) {
    return String.join(".", use.path());
  }
}
