package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers can meet what the grammar accepts and PostgreSQL does not: they read on. */
class BrokenStatementTest {

  @Test
  void aStatementThatEndsAnywhereOrLacksAWordIsStillRead() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String sql : statements()) {
            List<Token> tokens = tokens(sql);
            for (int i = 1; i < tokens.size(); i++) {
              read(sql, tokens.subList(0, i));
              List<Token> without = new ArrayList<>(tokens);
              without.remove(i);
              read(sql, without);
            }
          }
        });
  }

  private static void read(String sql, List<Token> tokens) {
    assertThat(StatementReader.read(new Statement.Text(sql, Position.START), sql, tokens))
        .isNotNull();
  }

  private static List<String> statements() throws IOException {
    try (var file = BrokenStatementTest.class.getResourceAsStream("valid.sql")) {
      String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      List<String> statements = new ArrayList<>();
      Script.parse(sql).statements().forEach(s -> statements.add(s.source().sql()));
      TableActionReaderTest.actions()
          .forEach(arguments -> statements.add("ALTER TABLE t " + arguments.get()[0]));
      statements.add(
          "CREATE TABLE t (a int[3] DEFAULT CASE WHEN true THEN 1 END CONSTRAINT n NOT NULL, b"
              + " interval day to second(3) COLLATE \"C\" REFERENCES u (a) MATCH FULL ON DELETE SET"
              + " NULL (a) DEFERRABLE, EXCLUDE USING gist (a WITH =) WHERE (b), LIKE u INCLUDING"
              + " ALL) PARTITION BY RANGE (f(a)) WITH (x.y = 'z') ON COMMIT DROP");
      return statements;
    }
  }

  private static List<Token> tokens(String sql) {
    Problems problems = new Problems(new LineMap(sql));
    return new Splitter(new Scanner(sql, problems), problems).next();
  }
}
