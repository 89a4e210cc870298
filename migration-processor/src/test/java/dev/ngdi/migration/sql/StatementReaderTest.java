package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What statements about no single object's definition say. */
class StatementReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "GRANT SELECT, INSERT (a, b) ON t, app.u TO r, GROUP g WITH GRANT OPTION"
            + " → GRANT SELECT INSERT[a, b] ON TABLE t app.u TO [r, g] with option",
        "GRANT ALL PRIVILEGES ON SCHEMA app TO PUBLIC → GRANT ALL ON SCHEMA app TO [public]",
        "GRANT EXECUTE ON FUNCTION f(a int, text), app.g() TO r"
            + " → GRANT EXECUTE ON FUNCTION f(int, text) app.g() TO [r]",
        "GRANT ALL PRIVILEGES (a) ON t TO r → GRANT ALL[a] ON TABLE t TO [r]",
        "GRANT EXECUTE ON FUNCTION app.f TO r → GRANT EXECUTE ON FUNCTION app.f TO [r]",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA a, b TO CURRENT_USER"
            + " → GRANT USAGE ON ALL SEQUENCES IN SCHEMA a b TO [current_user]",
        "GRANT USAGE ON FOREIGN DATA WRAPPER w TO r → GRANT USAGE ON FOREIGN DATA WRAPPER w TO [r]",
        "GRANT SELECT ON schema TO r → GRANT SELECT ON TABLE schema TO [r]",
        "REVOKE GRANT OPTION FOR ALL ON SEQUENCE s FROM r CASCADE"
            + " → REVOKE option ALL ON SEQUENCE s TO [r] cascade",
      })
  void grants(String sql, String said) {
    Statement.Grant grant = (Statement.Grant) statement(sql);
    List<String> objects = new ArrayList<>();
    for (int i = 0; i < grant.objects().size(); i++) {
      objects.add(grant.objects().get(i).sql() + grant.arguments().get(i));
    }

    assertThat(
            grant.command()
                + (grant.optionOnly() ? " option " : " ")
                + grant.privileges().stream()
                    .map(p -> p.name() + (p.columns().isEmpty() ? "" : p.columns()))
                    .collect(Collectors.joining(" "))
                + " ON %s %s TO %s"
                    .formatted(grant.kind(), String.join(" ", objects), grant.roles())
                + (grant.withGrantOption() ? " with option" : "")
                + (grant.cascade() ? " cascade" : ""))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GRANT admin TO alice", "REVOKE a, b FROM c", "COMMENT ON CAST (a AS b) IS 'x'"})
  void whatIsNotAboutAnObjectWithANameIsAnOther(String sql) {
    assertThat(statement(sql)).isInstanceOf(Statement.Other.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "TABLE app.t IS 'it''s' → TABLE app.t - - 'it''s' app.t",
        "COLUMN app.t.\"A\" IS NULL → COLUMN app.t A - - app.t",
        "FUNCTION f(a int, text) IS E'x' → FUNCTION f(int, text) - - E'x' f",
        "CONSTRAINT c ON app.t IS 'x' → CONSTRAINT c - app.t 'x' app.t",
        "CONSTRAINT c ON DOMAIN d IS 'x' → CONSTRAINT c - domain d 'x' d",
        "TRIGGER c ON t IS 'x' → TRIGGER c - t 'x' t",
        "MATERIALIZED VIEW m IS $$x$$ → MATERIALIZED VIEW m - - $$x$$ m",
      })
  void comments(String sql, String said) {
    Statement.Comment comment = (Statement.Comment) statement("COMMENT ON " + sql);

    assertThat(
            "%s %s%s %s %s%s %s %s"
                .formatted(
                    comment.kind(),
                    comment.name(),
                    comment.arguments(),
                    comment.member().orElse("-"),
                    comment.onDomain() ? "domain " : "",
                    comment.on().map(QualifiedName::sql).orElse("-"),
                    comment.text().orElse("-"),
                    comment.target().orElseThrow()))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "REFRESH MATERIALIZED VIEW CONCURRENTLY app.m WITH NO DATA"
            + " → REFRESH MATERIALIZED VIEW [app.m] concurrently empty",
        "REINDEX (VERBOSE, CONCURRENTLY) TABLE t → REINDEX TABLE [t] concurrently alone",
        "REINDEX INDEX app.i → REINDEX INDEX [app.i]",
        "REINDEX SCHEMA s → REINDEX SCHEMA [s] alone",
        "VACUUM (FULL, ANALYZE) t, u (a) → VACUUM [t, u] full alone",
        "VACUUM FULL VERBOSE t → VACUUM [t] full alone",
        "VACUUM → VACUUM [] alone",
        "ANALYZE VERBOSE t (a, b), u → ANALYZE [t, u]",
        "CLUSTER t USING t_idx → CLUSTER [t] by t_idx",
        "CLUSTER VERBOSE → CLUSTER [] alone",
        "LOCK TABLE ONLY a, b * IN SHARE ROW EXCLUSIVE MODE NOWAIT"
            + " → LOCK TABLE [a, b] SHARE ROW EXCLUSIVE",
        "LOCK a → LOCK TABLE [a] ACCESS EXCLUSIVE",
      })
  void maintenance(String sql, String said) {
    Statement.Maintenance work = (Statement.Maintenance) statement(sql);

    assertThat(
            work.command()
                + (work.kind().isEmpty() ? "" : " " + work.kind())
                + " "
                + work.targets()
                + work.index().map(" by "::concat).orElse("")
                + (work.mode().isEmpty() ? "" : " " + work.mode())
                + (work.concurrently() ? " concurrently" : "")
                + (work.full() ? " full" : "")
                + (work.withData() ? "" : " empty")
                + (work.runsInTransaction() ? "" : " alone"))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "SET search_path TO a, \"B\", 'c' → search_path false [a, B, c]",
        "SET LOCAL lock_timeout = '5s' → lock_timeout true [5s]",
        "SET SESSION a.B = -1.5 → a.b false [-1.5]",
        "SET TIME ZONE LOCAL → timezone false []",
        "SET TIME ZONE 'UTC' → timezone false [UTC]",
        "SET ROLE x → role false [x]",
        "SET SCHEMA 'x' → search_path false [x]",
        "SET work_mem TO DEFAULT → work_mem false []",
        "RESET work_mem → work_mem false []",
        "RESET ALL → all false []",
      })
  void settings(String sql, String said) {
    Statement.SetParameter set = (Statement.SetParameter) statement(sql);

    assertThat("%s %s %s".formatted(set.name(), set.local(), set.values())).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "DO $x$ BEGIN END $x$ → plpgsql → ` BEGIN END `",
        "DO LANGUAGE PLPGSQL 'it''s' → plpgsql → it's",
        "DO 'x' LANGUAGE plperl → plperl → x",
      })
  void blocks(String sql, String language, String body) {
    assertThat(statement(sql))
        .extracting(
            block -> ((Statement.DoBlock) block).language(),
            block -> ((Statement.DoBlock) block).body())
        .containsExactly(language, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "TRUNCATE TABLE ONLY a, app.b * RESTART IDENTITY CASCADE → a app.b → true",
        "TRUNCATE a → a → false",
        "WITH x AS (INSERT INTO a VALUES (1)) UPDATE b SET c = 1 FROM d → b a → false",
        "WITH x AS (DELETE FROM a RETURNING *), y AS (DELETE FROM b) SELECT * FROM x → a b → false",
        "INSERT INTO a SELECT * FROM b ON CONFLICT DO NOTHING → a → false",
        "COPY a (b) FROM '/x' → a → false",
      })
  void changesOfRows(String sql, String tables, boolean cascade) {
    assertThat(List.of((Statement.ChangeRows) statement(sql)))
        .extracting(
            change ->
                change.tables().stream().map(QualifiedName::sql).collect(Collectors.joining(" ")),
            Statement.ChangeRows::cascade,
            change -> change.names().complete())
        .containsExactly(tuple(tables, cascade, true));
  }

  @Test
  void theNamesInEveryValidStatementAreFound() throws IOException {
    Script script = Script.parse(valid());

    assertThat(script.problems()).isEmpty();
    assertThat(script.statements().stream().flatMap(s -> names(s).stream()))
        .hasSizeGreaterThan(30)
        .filteredOn(fragment -> !fragment.complete())
        .isEmpty();
  }

  @Test
  void brokenStatementsAreReadWithoutAnException() throws IOException {
    String valid = valid();
    Splitter splitter = splitter(valid);
    for (List<Token> tokens = splitter.next(); !tokens.isEmpty(); tokens = splitter.next()) {
      for (int i = 1; i <= tokens.size(); i++) {
        read(valid, tokens.subList(0, i));
        List<Token> without = new ArrayList<>(tokens);
        without.remove(i - 1);
        if (!without.isEmpty()) {
          read(valid, without);
        }
      }
    }
  }

  private static Splitter splitter(String sql) {
    Problems problems = new Problems(new LineMap(sql));
    return new Splitter(new Scanner(sql, problems), problems);
  }

  private static void read(String sql, List<Token> tokens) {
    int start = tokens.get(0).start();
    String text = sql.substring(start, tokens.get(tokens.size() - 1).end());
    assertThat(StatementReader.read(new Statement.Text(text, Position.START), sql, tokens))
        .isNotNull();
  }

  private static Optional<Fragment> names(Statement statement) {
    if (statement instanceof Statement.Query query) {
      return Optional.of(query.names());
    } else if (statement instanceof Statement.ChangeRows change) {
      return Optional.of(change.names());
    } else if (statement instanceof Statement.CreateObject create) {
      return create.definition() instanceof Definition.View view
          ? Optional.of(view.query())
          : create.definition() instanceof Definition.Routine routine
              ? routine.names()
              : Optional.empty();
    }
    return Optional.empty();
  }

  private static String valid() throws IOException {
    try (InputStream file = StatementReaderTest.class.getResourceAsStream("valid.sql")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Statement statement(String sql) {
    Script script = Script.parse(sql + ";");
    assertThat(script.problems()).isEmpty();
    return script.statements().get(0);
  }
}
