package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real server agrees with what this package says without it. */
@Tag("fast")
class ServerTest {
  private static EmbeddedPostgres server;
  private static Connection parsing;
  private static Connection running;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    String url = server.getJdbcUrl("postgres", "postgres");
    parsing = DriverManager.getConnection(url + "&preferQueryMode=simple");
    running = DriverManager.getConnection(url);
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    parsing.close();
    running.close();
    server.close();
  }

  static Stream<String> validStatements() throws IOException {
    try (var file = ServerTest.class.getResourceAsStream("valid.sql")) {
      String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Script.parse(sql).statements().stream().map(s -> s.source().sql());
    }
  }

  static Stream<String> invalidStatements() {
    return SyntaxProblemTest.mistakes().map(row -> (String) row.get()[0]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("validStatements")
  void itParsesWhatIsHeldToBeSql(String sql) {
    assertThat(stateOfParsing(sql)).isEqualTo("22012");
    assertThat(Script.parse(sql).problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("invalidStatements")
  void itRefusesWhatIsHeldToBeNone(String sql) {
    assertThat(stateOfParsing(sql)).isEqualTo("42601");
  }

  /** The server parses all before it runs the first, which fails with a division by zero. */
  private static String stateOfParsing(String sql) {
    try (var statement = parsing.createStatement()) {
      statement.execute("SELECT 1/0;\n" + sql);
      return "none";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.ngdi.migration.sql.TypeReaderTest#ofTheCatalogue")
  void itTakesATypesNameAsReadForTheOneAsWritten(String written, String read) throws SQLException {
    String words = read.contains("interval") ? read.replace("pg_catalog.", "") : quoted(read);

    assertThat(typeOf(words)).isEqualTo(typeOf(written));
  }

  /** The catalogue's names are words of the grammar too, unless they are quoted. */
  private static String quoted(String type) {
    return type.replaceFirst("pg_catalog\\.(\\w+)", "pg_catalog.\"$1\"");
  }

  private static String typeOf(String type) throws SQLException {
    try (var statement = running.createStatement()) {
      statement.execute("CREATE TABLE typed (c " + type + ")");
      try (ResultSet result =
          statement.executeQuery(
              "SELECT format_type(atttypid, atttypmod), attndims FROM pg_attribute"
                  + " WHERE attrelid = 'typed'::regclass AND attname = 'c'")) {
        result.next();
        return result.getString(1) + " " + result.getInt(2);
      } finally {
        statement.execute("DROP TABLE typed");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.ngdi.migration.sql.ColumnReaderTest#defaults")
  void itTakesADefaultAsReadForTheOneAsWritten(String written, String value, String constraints)
      throws SQLException {
    try (var statement = running.createStatement()) {
      try {
        statement.execute("CREATE TEMP TABLE u (id int PRIMARY KEY)");
        statement.execute("CREATE TEMP TABLE preset (c " + written + ")");
        String before = defaultOf(statement);
        statement.execute("ALTER TABLE preset ALTER c SET DEFAULT " + value);
        assertThat(defaultOf(statement)).isEqualTo(before);
      } finally {
        statement.execute("DROP TABLE IF EXISTS pg_temp.preset, pg_temp.u");
      }
    }
  }

  private static String defaultOf(java.sql.Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid ="
                + " 'preset'::regclass")) {
      return result.next() ? result.getString(1) : "NULL";
    }
  }
}
