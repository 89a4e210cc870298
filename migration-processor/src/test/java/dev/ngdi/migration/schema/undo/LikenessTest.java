package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Servers;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that are taken for the same are the same for a server. */
class LikenessTest {
  private static final String SETUP =
      "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE t (a int, b int, m mood, x bytea,"
          + " at timestamptz, s text);"
          + " CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ALTER TABLE t ALTER m SET DEFAULT 'ok'               | ALTER TABLE t ALTER m SET DEFAULT 'ok'::mood
          ALTER TABLE t ALTER m SET DEFAULT 'ok'               | ALTER TABLE t ALTER m SET DEFAULT 'ok'::public.mood
          ALTER TABLE t ALTER s SET DEFAULT 'x'                | ALTER TABLE t ALTER s SET DEFAULT 'x'::text
          ALTER TABLE t ALTER x SET DEFAULT '\\x80'            | ALTER TABLE t ALTER x SET DEFAULT '\\x80'::bytea
          ALTER TABLE t ALTER at SET DEFAULT now() + '5 minutes'::interval | ALTER TABLE t ALTER at SET DEFAULT (now() + '00:05:00'::interval)
          ALTER TABLE t ALTER at SET DEFAULT now() + INTERVAL '1 day 2 hours' | ALTER TABLE t ALTER at SET DEFAULT (now() + '1 day 02:00:00'::interval)
          ALTER TABLE t ALTER at SET DEFAULT now() - interval '2 weeks' | ALTER TABLE t ALTER at SET DEFAULT (now() - '14 days'::interval)
          ALTER TABLE t ALTER at SET DEFAULT now() - interval '1 year' | ALTER TABLE t ALTER at SET DEFAULT (now() - '12 mons'::interval)
          ALTER TABLE t ADD CONSTRAINT c CHECK (NOT (a NOTNULL AND b ISNULL)) | ALTER TABLE t ADD CONSTRAINT c CHECK (NOT (a IS NOT NULL AND b IS NULL))
          CREATE TRIGGER g AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW EXECUTE PROCEDURE f() | CREATE TRIGGER g AFTER DELETE OR INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()
          CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW WHEN (NEW.m <> 'ok') EXECUTE FUNCTION f() | CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW WHEN (NEW.m <> 'ok'::mood) EXECUTE FUNCTION f()
          CREATE INDEX i ON t (a) WHERE x = '\\x80'            | CREATE INDEX i ON t (a) WHERE x = '\\x80'::bytea
          """)
  void whatIsWrittenInTwoWaysIsOneThing(String one, String other) throws SQLException {
    assertThat(definition(one)).isEqualTo(definition(other));
    assertThat(SchemaDiff.between(schema(one), schema(other))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ALTER TABLE t ALTER m SET DEFAULT 'ok'               | ALTER TABLE t ALTER m SET DEFAULT 'sad'::mood
          ALTER TABLE t ALTER at SET DEFAULT now() + '5 minutes'::interval | ALTER TABLE t ALTER at SET DEFAULT now() + '5 months'::interval
          ALTER TABLE t ADD CONSTRAINT c CHECK (a NOTNULL)      | ALTER TABLE t ADD CONSTRAINT c CHECK (b NOTNULL)
          CREATE TRIGGER g AFTER INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f() | CREATE TRIGGER g AFTER DELETE OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()
          """)
  void whatIsNotIsTold(String one, String other) throws SQLException {
    assertThat(definition(one)).isNotEqualTo(definition(other));
    assertThat(SchemaDiff.between(schema(one), schema(other)))
        .hasSize(1)
        .allMatch(Difference::certain);
  }

  private static Schema schema(String statement) {
    return Course.of(Schema.empty(18).closed(), Script.parse(SETUP + statement)).end();
  }

  private static String definition(String statement) throws SQLException {
    List<Integer> majors = Servers.majors();
    try (Connection connection = Servers.connect(majors.get(majors.size() - 1));
        Statement server = connection.createStatement()) {
      server.execute(SETUP + statement);
      try (ResultSet row =
          server.executeQuery(
              """
              SELECT string_agg(d, ';') FROM (
                SELECT pg_get_expr(adbin, adrelid) d FROM pg_attrdef
                UNION ALL SELECT pg_get_constraintdef(oid) FROM pg_constraint
                           WHERE conrelid = 't'::regclass
                UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger
                UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index
                           WHERE indrelid = 't'::regclass)
              """)) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
