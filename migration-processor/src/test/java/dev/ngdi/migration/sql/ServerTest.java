package dev.ngdi.migration.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real server agrees with what this package says without it. */
@Tag("fast")
class ServerTest {
  private static final String CATALOGUE =
      """
      SELECT 'relation', n.nspname, c.relname, c.relkind::text, c.relrowsecurity::text
             || c.relforcerowsecurity::text || c.relispartition::text
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname NOT LIKE 'pg_%' AND n.nspname <> 'information_schema'
      UNION ALL SELECT 'column', attrelid::regclass::text, attname,
             format_type(atttypid, atttypmod), attnotnull::text
        FROM pg_attribute WHERE attrelid >= 16384 AND NOT attisdropped AND attnum > 0
      UNION ALL SELECT 'constraint', conrelid::text, conname, contype::text,
             pg_get_constraintdef(oid) FROM pg_constraint WHERE oid >= 16384
      UNION ALL SELECT 'inherits', inhrelid::text, inhparent::text, '', '' FROM pg_inherits
      UNION ALL SELECT 'trigger', tgrelid::text, tgname, tgenabled::text, '' FROM pg_trigger
      UNION ALL SELECT 'policy', polrelid::text, polname, '', '' FROM pg_policy
      UNION ALL SELECT 'rule', ev_class::text, rulename, '', ''
        FROM pg_rewrite WHERE ev_class >= 16384
      UNION ALL SELECT 'type', typnamespace::text, typname, typtype::text, ''
        FROM pg_type WHERE oid >= 16384
      UNION ALL SELECT 'enum', enumtypid::text, enumlabel, '', '' FROM pg_enum
      UNION ALL SELECT 'function', pronamespace::text, proname,
             pg_get_function_identity_arguments(oid), '' FROM pg_proc WHERE oid >= 16384
      UNION ALL SELECT 'schema', '', nspname, '', '' FROM pg_namespace WHERE nspname NOT LIKE 'pg_%'
      UNION ALL SELECT 'extension', '', extname, '', '' FROM pg_extension
      UNION ALL SELECT 'statistics', stxrelid::text, stxname, '', '' FROM pg_statistic_ext
      ORDER BY 1, 2, 3, 4, 5
      """;

  private static EmbeddedPostgres server;
  private static Connection parsing;
  private static Connection running;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.start();
    String url = server.getJdbcUrl("postgres", "postgres");
    parsing = DriverManager.getConnection(url + "&preferQueryMode=simple");
    running = DriverManager.getConnection(url);
    run(InverseExamples.BEFORE);
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
  @MethodSource("dev.ngdi.migration.sql.InverseExamples#all")
  void itIsAsBeforeWhenTheInverseHasRun(InverseExamples.Example example) throws SQLException {
    List<String> before = catalogue();

    run(example.up());
    assertThat(catalogue()).isNotEqualTo(before);
    run(example.down());

    assertThat(catalogue()).isEqualTo(before);
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

  private static void run(String sql) throws SQLException {
    try (var statement = running.createStatement()) {
      for (Statement part : Script.parse(sql).statements()) {
        statement.execute(part.source().sql());
      }
      statement.execute("RESET ALL");
    }
  }

  private static List<String> catalogue() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (var statement = running.createStatement();
        ResultSet result = statement.executeQuery(CATALOGUE)) {
      while (result.next()) {
        rows.add(
            String.join(
                " ",
                result.getString(1),
                result.getString(2),
                result.getString(3),
                result.getString(4),
                result.getString(5)));
      }
    }
    return rows;
  }
}
