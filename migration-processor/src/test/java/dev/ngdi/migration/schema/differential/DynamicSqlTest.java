package dev.ngdi.migration.schema.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
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

/** What dynamic SQL leaves on a server is what the replay says, or the replay does not know. */
@Tag("fast")
class DynamicSqlTest {
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

  static Stream<String> known() {
    return cases("dynamic-known.sql");
  }

  static Stream<String> unknown() {
    return cases("dynamic-unknown.sql");
  }

  /** The cases of a resource; an empty line ends one. */
  private static Stream<String> cases(String resource) {
    return Arrays.stream(Session.resource(resource).split("\\n\\s*\\n")).map(String::strip);
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatIsPutTogetherFromWhatIsKnownIsReplayed(String sql) {
    Course course = Course.of(Schema.empty(18).closed(), Script.parse(sql));

    assertThat(course.steps()).flatExtracting(step -> step.unproven()).isEmpty();
    assertThat(course.steps()).flatExtracting(step -> step.problems()).isEmpty();
    agree(sql);
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void theRestIsUnknown(String sql) {
    Course course = Course.of(Schema.empty(18).closed(), Script.parse(sql));

    assertThat(course.proven()).isFalse();
    agree(sql);
  }

  private static void agree(String sql) {
    List<String> statements =
        Script.parse(sql).statements().stream().map(s -> s.source().sql()).toList();
    assertThat(statements).allMatch(statement -> session.run(statement).isEmpty());
    session.forget();
    Trial trial = new Trial(18, session, new Comparison(other), new Tally());

    assertThat(trial.repeat(statements)).isEmpty();
  }
}
