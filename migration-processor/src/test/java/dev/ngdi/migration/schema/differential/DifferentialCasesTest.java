package dev.ngdi.migration.schema.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.Script;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences on which a replay and a server could differ, each as small as it can be. */
@Tag("fast")
class DifferentialCasesTest {
  private static Session session;
  private static Session other;

  @BeforeAll
  static void connect() {
    session = new Session(18);
    other = new Session(18);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    session.close();
    other.close();
  }

  /** The cases of the resource; an empty line ends one. */
  static Stream<String> cases() {
    return Arrays.stream(Session.resource("cases.sql").split("\\n\\s*\\n")).map(String::strip);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agree(String sql) {
    List<String> statements =
        Script.parse(sql).statements().stream().map(s -> s.source().sql()).toList();
    Trial trial = new Trial(18, session, new Comparison(other), new Tally());

    assertThat(trial.repeat(statements)).isEmpty();
  }
}
