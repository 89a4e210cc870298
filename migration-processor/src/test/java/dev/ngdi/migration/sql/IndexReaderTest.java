package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.ConstraintDefinition.IndexClauses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a | column a",
        "\"A\" DESC | column A descending",
        "a ASC NULLS FIRST | column a nulls first",
        "nulls NULLS LAST | column nulls nulls last",
        "a text_pattern_ops | column a ops text_pattern_ops",
        "a app.ops (siglen = 32) DESC | column a ops app.ops(siglen = 32) descending",
        "a COLLATE \"C\" text_ops | column a collate \"C\" ops text_ops",
        "lower(a) | expression lower(a)",
        "app.f(a, (b)) text_ops DESC | expression app.f(a, (b)) ops text_ops descending",
        "(a + b) COLLATE app.x | expression a + b collate app.x",
        "((a ->> 'x')::int) | expression (a ->> 'x')::int",
        "CAST(a AS text) NULLS FIRST | expression CAST(a AS text) nulls first",
        "COALESCE(a, b) | expression COALESCE(a, b)",
      })
  void anElementIsAColumnOrAnExpression(String written, String element) {
    assertThat(create("CREATE INDEX ON t (" + written + ")").elements())
        .extracting(IndexReaderTest::show)
        .containsExactly(element);
  }

  @Test
  void anIndexHasItsKeyAndItsClauses() {
    Statement.CreateIndex index =
        create(
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY app.t USING gin (a, f(b, c))"
                + " INCLUDE (d, \"E\") NULLS NOT DISTINCT WITH (fillfactor = 70, fastupdate = OFF)"
                + " TABLESPACE fast WHERE (a > 0) AND b IS NOT NULL");

    assertThat(index.name()).contains(new QualifiedName(Optional.of("app"), "i"));
    assertThat(index.only()).isTrue();
    assertThat(index.elements())
        .extracting(IndexReaderTest::show)
        .containsExactly("column a", "expression f(b, c)");
    assertThat(index.clauses())
        .isEqualTo(
            new IndexClauses(
                "gin",
                true,
                false,
                List.of("d", "E"),
                Map.of("fillfactor", "70", "fastupdate", "off"),
                Optional.of("fast"),
                Optional.of(FragmentReader.expression(Cursor.over("(a > 0) AND b IS NOT NULL")))));
  }

  @Test
  void anIndexThatSaysNoMoreHasNoClauses() {
    assertThat(create("CREATE INDEX i ON t (a)").clauses()).isEqualTo(IndexClauses.NONE);
  }

  private static Statement.CreateIndex create(String sql) {
    Script script = Script.parse(sql);
    assertThat(script.problems()).isEmpty();
    return script.all(Statement.CreateIndex.class).get(0);
  }

  private static String show(IndexElement element) {
    return element
            .column()
            .map(column -> "column " + column)
            .orElseGet(() -> "expression " + element.expression().orElseThrow().sql())
        + element.collation().map(name -> " collate " + name.sql()).orElse("")
        + element.operatorClass().map(name -> " ops " + name.sql()).orElse("")
        + (element.operatorClassOptions().isEmpty()
            ? ""
            : "(" + element.operatorClassOptions() + ")")
        + (element.descending() ? " descending" : "")
        + element.nullsFirst().map(first -> first ? " nulls first" : " nulls last").orElse("");
  }
}
