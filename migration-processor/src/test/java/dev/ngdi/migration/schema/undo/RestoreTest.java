package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Servers;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A database is as it was when a script has run and its way back: on a server and in memory. */
@Tag("fast")
class RestoreTest {
  private static final int MAJOR = Servers.majors().get(0);
  private static final String BASE = WaysBack.BASE + WaysBack.MEMBERS;
  private static final Schema BEFORE = replay(BASE).end();

  private static Connection connection;
  private static List<String> catalogue;

  @BeforeAll
  static void start() throws SQLException {
    connection = Servers.connect(MAJOR);
    connection.setAutoCommit(false);
    run(statements(BASE));
    connection.commit();
    catalogue = ServerCatalogue.read(connection);
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
  }

  @AfterEach
  void forget() throws SQLException {
    connection.rollback();
  }

  static Stream<String> scripts() {
    return WaysBack.scripts();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void theDatabaseIsAsBeforeOnceTheWayBackHasRun(String up) throws SQLException {
    Course course = Course.of(BEFORE, Script.parse(up));
    assertThat(course.proven()).as(course.steps().toString()).isTrue();
    List<String> back = Restore.of(BEFORE, course.end());
    String script = String.join(";\n", back);

    run(statements(up));
    assertThat(ServerCatalogue.read(connection)).isNotEqualTo(catalogue);
    run(back);
    assertThat(ServerCatalogue.read(connection)).as(script).containsExactlyElementsOf(catalogue);

    Course returned = Course.of(course.end(), Script.parse(script));
    assertThat(SchemaDiff.between(BEFORE, returned.end())).as(script).isEmpty();
  }

  @Test
  void aSchemaIsMadeWithAllThatItHolds() throws SQLException {
    List<String> all = Ddl.all(BEFORE);
    try (Connection empty = Servers.connect(MAJOR)) {
      run(empty, all);

      assertThat(ServerCatalogue.read(empty))
          .as(String.join(";\n", all))
          .containsExactlyElementsOf(catalogue);
    }
    Course made = replay(String.join(";\n", all));
    assertThat(SchemaDiff.between(BEFORE, made.end())).isEmpty();
    assertThat(Description.of(made.end())).isEqualTo(Description.of(BEFORE));
  }

  private static List<String> statements(String sql) {
    return Script.parse(sql).statements().stream().map(s -> s.source().sql()).toList();
  }

  private static void run(List<String> statements) throws SQLException {
    run(connection, statements);
  }

  private static void run(Connection connection, List<String> statements) throws SQLException {
    List<String> done = new ArrayList<>();
    for (String sql : statements) {
      done.add(sql);
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new SQLException(e.getMessage() + "\n" + String.join(";\n", done), e);
      }
    }
  }

  @Test
  void theBaseIsReplayedWithoutDoubt() {
    assertThat(replay(BASE).proven()).isTrue();
  }

  private static Course replay(String sql) {
    return Course.of(Schema.empty(MAJOR).closed(), Script.parse(sql));
  }
}
