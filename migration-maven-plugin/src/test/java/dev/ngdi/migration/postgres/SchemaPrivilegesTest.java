package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Fixtures;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is needed to make and to move things: the plan says what the server says. */
class SchemaPrivilegesTest {
  private static final String MORE =
      """
      CREATE SCHEMA other; GRANT USAGE ON SCHEMA other TO %2$s;
      CREATE TABLE other.entry (id int PRIMARY KEY); ALTER TABLE other.entry OWNER TO %2$s;
      CREATE SCHEMA closed; CREATE TABLE closed.entry (id int); GRANT ALL ON closed.entry TO %2$s;
      CREATE TYPE closed.hue AS ENUM ('red');
      CREATE SCHEMA own; ALTER SCHEMA own OWNER TO %2$s;
      CREATE SEQUENCE my_number; ALTER SEQUENCE my_number OWNER TO %2$s;
      CREATE TYPE my_type AS ENUM ('a'); ALTER TYPE my_type OWNER TO %2$s;
      CREATE FUNCTION my_function() RETURNS int LANGUAGE sql AS 'SELECT 1';
      ALTER FUNCTION my_function() OWNER TO %2$s;
      CREATE TYPE mood AS ENUM ('good'); REVOKE USAGE ON TYPE mood FROM PUBLIC;
      CREATE FUNCTION secret() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      REVOKE EXECUTE ON FUNCTION secret() FROM PUBLIC;
      CREATE FUNCTION counted() RETURNS int LANGUAGE sql AS 'SELECT 1';
      REVOKE EXECUTE ON FUNCTION counted() FROM PUBLIC;
      """;
  private static final Map<Server, PrivilegeFixture> FIXTURES = new EnumMap<>(Server.class);

  static Stream<Arguments> statementsThatMakeSomethingElsewhere() {
    return PrivilegeFixture.onEach(
        Stream.of(
                "CREATE TABLE other.made (id int)",
                "CREATE TABLE other.made AS SELECT 1 AS one",
                "CREATE TABLE IF NOT EXISTS other.entry (id int)",
                "CREATE VIEW other.made AS SELECT 1 AS one",
                "CREATE OR REPLACE VIEW other.made AS SELECT 1 AS one",
                "CREATE MATERIALIZED VIEW other.made AS SELECT 1 AS one",
                "CREATE SEQUENCE other.made",
                "CREATE SEQUENCE IF NOT EXISTS other.made",
                "CREATE FUNCTION other.made() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE PROCEDURE other.made() LANGUAGE sql AS 'SELECT 1'",
                "CREATE TYPE other.made AS ENUM ('a')",
                "CREATE TYPE other.made AS (x int)",
                "CREATE DOMAIN other.made AS int",
                "CREATE STATISTICS other.made ON id, account_id FROM mine",
                "CREATE INDEX made ON other.entry (id)",
                "CREATE INDEX IF NOT EXISTS entry_pkey ON other.entry (id)",
                "CREATE INDEX CONCURRENTLY made ON other.entry (id)",
                "ALTER TABLE other.entry ADD UNIQUE (id)",
                "ALTER TABLE other.entry RENAME TO entries",
                "ALTER INDEX other.entry_pkey RENAME TO entry_key",
                "ALTER TABLE mine SET SCHEMA other",
                "ALTER SEQUENCE my_number SET SCHEMA other",
                "ALTER TYPE my_type SET SCHEMA other",
                "ALTER FUNCTION my_function() SET SCHEMA other")
            .map(List::of)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("statementsThatMakeSomethingElsewhere")
  void whatIsMadeInAnotherSchema(Server server, String statement) throws Exception {
    PrivilegeFixture fixture =
        statement.contains("CONCURRENTLY") ? new PrivilegeFixture(server, MORE) : fixture(server);

    fixture.lacksOnly("", statement, "`CREATE ON SCHEMA \"other\"`, and `%2$s` does not have it");
  }

  static Stream<Arguments> lacks() {
    String database = "`CREATE ON DATABASE \"%3$s\"`, and `%2$s` does not have it";
    String closed = "`USAGE ON SCHEMA \"closed\"`, and `%2$s` does not have it";
    String mood = "`USAGE ON TYPE public.mood`, and `%2$s` does not have it";
    return PrivilegeFixture.onEach(
        List.of(
            List.of("CREATE SCHEMA made", database),
            List.of("CREATE SCHEMA IF NOT EXISTS other", database),
            List.of("ALTER SCHEMA own RENAME TO renamed", database),
            List.of("CREATE VIEW made AS SELECT id FROM closed.entry", closed),
            List.of("CREATE TABLE made (hue closed.hue)", closed),
            List.of("CREATE TABLE made (mood mood)", mood),
            List.of("CREATE TABLE made (moods mood[])", mood),
            List.of("ALTER TABLE mine ADD COLUMN mood mood", mood),
            List.of("ALTER TABLE mine ALTER COLUMN id TYPE mood USING NULL", mood),
            List.of("CREATE TYPE made AS (mood mood)", mood),
            List.of("CREATE DOMAIN made AS mood", mood),
            List.of("CREATE FUNCTION made(mood) RETURNS int LANGUAGE sql AS 'SELECT 1'", mood),
            List.of(
                "CREATE TRIGGER made BEFORE INSERT ON mine FOR EACH ROW EXECUTE FUNCTION secret()",
                "`EXECUTE ON FUNCTION public.secret()`, and `%2$s` does not have it"),
            List.of(
                "SELECT counted()",
                "`EXECUTE ON FUNCTION public.counted()`, and `%2$s` does not have it")));
  }

  @ParameterizedTest
  @MethodSource("lacks")
  void whatIsMissing(Server server, String statement, String reason) throws Exception {
    fixture(server).lacksOnly("", statement, reason);
  }

  static Stream<Arguments> enough() {
    return PrivilegeFixture.onEach(
        Stream.of(
                "CREATE TEMPORARY TABLE made (id int)",
                "CREATE TABLE IF NOT EXISTS public.mine (id int)",
                "ALTER TABLE other.entry SET SCHEMA public",
                "ALTER TABLE other.entry ADD COLUMN note text",
                "ALTER TABLE other.entry RENAME COLUMN id TO number",
                "CREATE TABLE made (id int DEFAULT counted())",
                "ALTER TABLE mine ALTER COLUMN id SET DEFAULT counted()",
                "CREATE POLICY own ON mine USING (counted() > 0)",
                "CREATE VIEW made AS SELECT counted()",
                "SELECT CASE WHEN false THEN counted() END",
                "SELECT 'good'::mood",
                "SELECT true OR counted() > 0",
                "CREATE TABLE own.made (id int); CREATE INDEX made_idx ON own.made (id)",
                "CREATE EXTENSION IF NOT EXISTS plpgsql")
            .map(List::of)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("enough")
  void whatNeedsNothingMore(Server server, String statement) throws Exception {
    fixture(server).takes("", statement);
  }

  static Stream<Arguments> extensions() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of(
                "pgcrypto",
                "needs `CREATE ON DATABASE \"%3$s\"`, which `%2$s` does not have",
                "GRANT CREATE ON DATABASE %3$s TO %2$s"),
            List.of(
                "pg_freespacemap",
                "is not trusted: PostgreSQL itself lets only a superuser create it",
                "CREATE EXTENSION pg_freespacemap")));
  }

  @ParameterizedTest
  @MethodSource("extensions")
  void whoCreatesAnExtensionIsOnlyRemarked(
      Server server, String extension, String remark, String remedy) throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    String statement = "CREATE EXTENSION IF NOT EXISTS " + extension;

    assertThat(fixture.serverTakes(statement)).isFalse();
    assertThat(fixture.refusals(statement)).as("a provider may let it").isEmpty();
    assertThat(fixture.remarks(statement))
        .containsExactly(
            fixture.filled(
                "the extension `"
                    + extension
                    + "`, which line 1 of `"
                    + Fixtures.id(1)
                    + "` creates, "
                    + remark));
    fixture.as("postgres", fixture.filled(remedy));
    assertThat(fixture.serverTakes(statement)).isTrue();
    assertThat(fixture.remarks(statement)).isEmpty();
  }

  private static PrivilegeFixture fixture(Server server) {
    return FIXTURES.computeIfAbsent(server, s -> new PrivilegeFixture(s, MORE));
  }
}
