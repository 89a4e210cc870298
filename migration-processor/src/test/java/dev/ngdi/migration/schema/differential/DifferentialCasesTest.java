package dev.ngdi.migration.schema.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Servers;
import dev.ngdi.migration.sql.Script;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sequences on which a replay and a server could differ, each as small as it can be. */
@Tag("fast")
class DifferentialCasesTest {
  private static final Pattern VERSION = Pattern.compile("\\A-- from PostgreSQL (\\d+)\\n");
  private static final String SEEN = "-- replayed from here on";
  private static final Map<Integer, Pair> PAIRS = new HashMap<>();

  private record Pair(Session session, Session other) {
    static Pair of(int postgres) {
      return new Pair(new Session(postgres), new Session(postgres));
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    for (Pair pair : PAIRS.values()) {
      pair.session.close();
      pair.other.close();
    }
    PAIRS.clear();
  }

  /**
   * The cases of the resource on each version; an empty line ends one, and comments say before
   * which version there was no such statement, and up to where only the server gets statements.
   */
  static Stream<Arguments> cases() {
    List<String> cases =
        Arrays.stream(Session.resource("cases.sql").split("\\n\\s*\\n"))
            .map(String::strip)
            .toList();
    return Servers.majors().stream()
        .flatMap(
            postgres ->
                cases.stream()
                    .filter(sql -> first(sql) <= postgres)
                    .map(sql -> Arguments.of(postgres, sql)));
  }

  private static List<String> statements(String sql) {
    return Script.parse(sql).statements().stream().map(s -> s.source().sql()).toList();
  }

  private static int first(String sql) {
    Matcher version = VERSION.matcher(sql);
    return version.find() ? Integer.parseInt(version.group(1)) : 0;
  }

  @ParameterizedTest(name = "PostgreSQL {0}: {1}")
  @MethodSource("cases")
  void agree(int postgres, String sql) {
    List<String> statements = new ArrayList<>();
    int seen = Math.max(0, sql.indexOf(SEEN));
    statements(sql.substring(0, seen)).forEach(s -> statements.add(Trial.UNSEEN + s));
    statements.addAll(statements(sql.substring(seen)));
    Pair pair = PAIRS.computeIfAbsent(postgres, Pair::of);
    Trial trial = new Trial(postgres, pair.session, new Comparison(pair.other), new Tally());

    assertThat(trial.repeat(statements)).isEmpty();
  }
}
