package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStatementTest {
  private static final int MUTATIONS = 60_000;
  private static final Pattern SQL_IN_PAGE =
      Pattern.compile("```sql\n(.*?)```|\"\"\"\n(.*?)\"\"\"|\"([A-Z]{4,} .*?)\"", Pattern.DOTALL);

  static Stream<String> plain() {
    return PlainStatementExamples.all();
  }

  @ParameterizedTest
  @MethodSource("plain")
  void recognizesWhatIsCommon(String sql) {
    assertThat(recognized(tokens(sql).get(0))).isPresent();
    assertThat(contradictions(tokens(sql))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE SCHEMA",
        "CREATE TABLE t (a int FOREIGN KEY REFERENCES u)",
        "CREATE TABLE t (a int) WITH (fillfactor = 70",
        "CREATE TABLE t (a int(11))",
        "CREATE TABLE t (a int,)",
        "CREATE TABLE t (a int b int)",
        "CREATE TABLE t (user text)",
        "CREATE INDEX i ON t",
        "CREATE TRIGGER g BEFORE INSERT UPDATE ON t EXECUTE FUNCTION f()",
        "ALTER TABLE t ADD COLUMN",
        "ALTER TABLE t MODIFY a bigint",
        "ALTER TABLE t ADD CONSTRAINT c",
        "DROP TABEL t",
        "SELECT * t",
        "SELECT 1 + FROM t",
        "SELECT a FROM t WHERE",
        "SELECT a b c FROM t",
        "SELECT a BETWEEN 1 OR 2",
        "INSERT INTO t (a) VALUE (1)",
        "UPDATE t SET SET a = 1",
        "DELETE t WHERE a = 1",
        "GRANT SELECT t TO u",
        "COMMENT ON FUNCTION db.app.f IS ''",
        "GRANT SELECT (a) ON FUNCTION f TO u",
        "ALTER DEFAULT PRIVILEGES GRANT USAGE ON FUNCTIONS TO u",
        "CREATE UNLOGGED VIEW v AS SELECT 1",
        "SELECT a FROM t WHERE CURRENT OF c",
      })
  void leavesWhatIsWrongToTheGrammar(String sql) {
    assertThat(recognized(tokens(sql).get(0))).isEmpty();
  }

  @Test
  void agreesWithTheGrammarOnEveryTextOfTheProject() throws IOException {
    assertThat(contradictions(texts())).isEmpty();
  }

  @Test
  void agreesWithTheGrammarOnEachKeyWordInEachPlace() {
    List<List<Token>> sentences = new ArrayList<>();
    for (String word : Grammar.keywords()) {
      if (Character.isLetter(word.charAt(0))) {
        for (String sentence : PlainStatementExamples.WITH_A_GAP) {
          sentences.addAll(tokens(sentence.replace("_", word)));
        }
      }
    }
    assertThat(contradictions(sentences)).isEmpty();
  }

  @Test
  void agreesWithTheGrammarOnMutations() throws IOException {
    List<List<Token>> recognized =
        texts().stream().filter(statement -> recognized(statement).isPresent()).toList();
    Mutations mutations = new Mutations(1, recognized);
    List<List<Token>> statements = Stream.generate(mutations::next).limit(MUTATIONS).toList();
    assertThat(statements.stream().filter(s -> recognized(s).isPresent()))
        .hasSizeGreaterThan(MUTATIONS / 20);
    assertThat(contradictions(statements)).isEmpty();
  }

  /** Statements that are recognized though the grammar refuses them, or with other names. */
  private static List<String> contradictions(List<List<Token>> statements) {
    List<String> found = new ArrayList<>();
    for (List<Token> statement : statements) {
      Optional<Set<String>> recognized = recognized(statement);
      if (recognized.isPresent() && !isParsed(statement, recognized.get())) {
        found.add(words(statement) + ": " + recognized.get());
      }
    }
    return found;
  }

  private static Optional<Set<String>> recognized(List<Token> statement) {
    Set<String> names = new HashSet<>();
    return PlainStatement.recognizes(statement, names) ? Optional.of(names) : Optional.empty();
  }

  /** Whether the grammar accepts it with these names, or else knows it in other words. */
  private static boolean isParsed(List<Token> statement, Set<String> names) {
    Set<String> parsed = new HashSet<>();
    if (Strictness.firstError(statement).isPresent()) {
      return false;
    }
    if (Grammar.firstError(statement, parsed).isEmpty()) {
      return parsed.equals(names);
    }
    return Dialect.translate(statement).stream()
        .allMatch(part -> Grammar.firstError(part, parsed).isEmpty());
  }

  private static List<List<Token>> texts() throws IOException {
    List<List<Token>> statements = new ArrayList<>();
    PlainStatementExamples.all().forEach(sql -> statements.addAll(tokens(sql)));
    try (Stream<Path> resources = Files.walk(Path.of("src", "test", "resources"))) {
      for (Path file : resources.filter(Files::isRegularFile).sorted().toList()) {
        for (String part : Files.readString(file).split("\t", -1)) {
          statements.addAll(tokens(part));
        }
      }
    }
    try (Stream<Path> pages = Files.walk(Path.of("..", "docs"))) {
      for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
        SQL_IN_PAGE
            .matcher(Files.readString(page))
            .results()
            .forEach(sql -> statements.addAll(tokens(written(sql))));
      }
    }
    return statements;
  }

  private static String written(MatchResult sql) {
    return Stream.of(sql.group(1), sql.group(2), sql.group(3))
        .flatMap(Stream::ofNullable)
        .collect(Collectors.joining());
  }

  private static List<List<Token>> tokens(String sql) {
    Problems problems = new Problems(new LineMap(sql));
    Splitter splitter = new Splitter(new Scanner(sql, problems), problems);
    List<List<Token>> statements = new ArrayList<>();
    List<Token> statement = splitter.next();
    while (!statement.isEmpty()) {
      statements.add(statement);
      statement = splitter.next();
    }
    return statements;
  }

  private static String words(List<Token> statement) {
    return statement.stream()
        .map(token -> token.value().isEmpty() ? "'…'" : token.value())
        .collect(Collectors.joining(" "));
  }
}
