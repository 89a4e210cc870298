package dev.ngdi.migration.postgres;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is needed of roles and owners: the plan says what the server says. */
class RolePrivilegesTest {
  private static final String MORE =
      """
      CREATE ROLE third_%2$s;
      CREATE SCHEMA closed AUTHORIZATION %1$s;
      CREATE TYPE mood AS ENUM ('good'); ALTER TYPE mood OWNER TO %1$s;
      CREATE DOMAIN age AS int; ALTER DOMAIN age OWNER TO %1$s;
      CREATE FUNCTION counted() RETURNS int LANGUAGE sql AS 'SELECT 1';
      REVOKE EXECUTE ON FUNCTION counted() FROM PUBLIC; ALTER FUNCTION counted() OWNER TO %1$s;
      CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION twice(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE TABLE likewise (id int NOT NULL); ALTER TABLE likewise OWNER TO %2$s;
      CREATE TABLE likewise_too (id int NOT NULL) INHERITS (likewise);
      ALTER TABLE likewise_too OWNER TO third_%2$s;
      ALTER TABLE day ADD COLUMN note int;
      ALTER TABLE day OWNER TO %2$s; ALTER TABLE day_one OWNER TO third_%2$s;
      ALTER TABLE parent OWNER TO %2$s; CREATE TABLE child () INHERITS (parent);
      CREATE TABLE grandchild () INHERITS (child);
      ALTER TABLE child OWNER TO %2$s; ALTER TABLE grandchild OWNER TO third_%2$s;
      """;
  private static final Map<Server, PrivilegeFixture> FIXTURES = new EnumMap<>(Server.class);

  static Stream<Arguments> statementsThatNeedAnOwner() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of("GRANT SELECT ON account TO PUBLIC", "public.account"),
            List.of("REVOKE SELECT ON account FROM PUBLIC", "public.account"),
            List.of("GRANT USAGE ON SEQUENCE number TO PUBLIC", "public.number"),
            List.of("GRANT USAGE ON SCHEMA closed TO PUBLIC", "closed"),
            List.of("GRANT EXECUTE ON FUNCTION counted() TO PUBLIC", "public.counted()"),
            List.of("COMMENT ON SCHEMA closed IS 'x'", "closed"),
            List.of("COMMENT ON TYPE mood IS 'x'", "public.mood"),
            List.of("COMMENT ON DOMAIN age IS 'x'", "public.age"),
            List.of("COMMENT ON FUNCTION counted() IS 'x'", "public.counted()"),
            List.of("ALTER TYPE mood RENAME TO moods", "public.mood"),
            List.of("ALTER DOMAIN age SET DEFAULT 1", "public.age"),
            List.of("ALTER FUNCTION counted() STABLE", "public.counted()"),
            List.of("DROP TYPE mood", "public.mood"),
            List.of("DROP DOMAIN age", "public.age"),
            List.of("DROP FUNCTION counted()", "public.counted()"),
            List.of("DROP SCHEMA closed", "closed"),
            List.of("REINDEX SCHEMA CONCURRENTLY closed", "closed")));
  }

  @ParameterizedTest
  @MethodSource("statementsThatNeedAnOwner")
  void whatNeedsTheOwner(Server server, String statement, String thing) throws Exception {
    fixture(server)
        .lacksOnly(
            "", statement, "the owner of `" + thing + "`, which is `%1$s`; `%2$s` is not a member");
  }

  static Stream<Arguments> statementsThatGoDown() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of("ALTER TABLE day ADD COLUMN more text", "public.day_one"),
            List.of("ALTER TABLE parent ADD COLUMN note text", "public.grandchild"),
            List.of("ALTER TABLE day DROP COLUMN note", "public.day_one"),
            List.of("ALTER TABLE parent RENAME COLUMN id TO number", "public.grandchild"),
            List.of("ALTER TABLE parent ALTER COLUMN id TYPE bigint", "public.grandchild"),
            List.of("ALTER TABLE parent ALTER COLUMN id SET DEFAULT 1", "public.grandchild"),
            List.of("ALTER TABLE parent ALTER COLUMN id DROP DEFAULT", "public.grandchild"),
            List.of("ALTER TABLE parent ALTER COLUMN id SET STATISTICS 5", "public.grandchild"),
            List.of("ALTER TABLE parent ALTER COLUMN id SET STORAGE PLAIN", "public.grandchild"),
            List.of("ALTER TABLE parent ADD CHECK (id > 0)", "public.grandchild")));
  }

  @ParameterizedTest
  @MethodSource("statementsThatGoDown")
  void whatInheritsMustBelongToTheUserToo(Server server, String statement, String heir)
      throws Exception {
    fixture(server)
        .lacksOnly(
            "",
            statement,
            "the owner of `" + heir + "`, which is `third_%2$s`; `%2$s` is not a member");
  }

  static Stream<Arguments> statementsAboutRoles() {
    String third = "that `%2$s` can become `third_%2$s`, and it cannot";
    String create = "that `third_%2$s` has `CREATE ON SCHEMA \"public\"`, and it does not";
    String hold = "CREATE ON SCHEMA public TO third_%2$s";
    String member = "third_%2$s";
    return PrivilegeFixture.onEach(
        List.of(
            List.of("", "SET ROLE %1$s", "that `%2$s` can become `%1$s`, and it cannot"),
            List.of(hold, "ALTER TABLE mine OWNER TO third_%2$s", third),
            List.of(member, "ALTER TABLE mine OWNER TO third_%2$s", create),
            List.of(
                hold, "CREATE TABLE made (id int);\nALTER TABLE made OWNER TO third_%2$s", third),
            List.of(
                member,
                "CREATE TABLE made (id int);\nALTER TABLE made OWNER TO third_%2$s",
                create),
            List.of(
                hold,
                "CREATE VIEW made AS SELECT 1 AS one;\nALTER VIEW made OWNER TO third_%2$s",
                third),
            List.of(
                "",
                "ALTER DEFAULT PRIVILEGES FOR ROLE third_%2$s GRANT SELECT ON TABLES TO PUBLIC",
                "the rights of `third_%2$s`, and `%2$s` does not have them")));
  }

  @ParameterizedTest
  @MethodSource("statementsAboutRoles")
  void whoMayBecomeAnother(Server server, String granted, String statement, String reason)
      throws Exception {
    PrivilegeFixture fixture = fixture(server);

    fixture.lacksOnly(granted, statement.formatted(fixture.owner(), fixture.user()), reason);
  }

  static Stream<Arguments> enough() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of("SELECT ON account", "GRANT SELECT ON account TO PUBLIC"),
            List.of("SELECT (id) ON account", "GRANT SELECT (id) ON account TO PUBLIC"),
            List.of(
                "", "ALTER DEFAULT PRIVILEGES IN SCHEMA closed GRANT SELECT ON TABLES TO PUBLIC"),
            List.of("USAGE ON SEQUENCE number", "GRANT USAGE ON SEQUENCE number TO PUBLIC"),
            List.of("USAGE ON SCHEMA closed", "GRANT USAGE ON SCHEMA closed TO PUBLIC"),
            List.of("", "ALTER TABLE mine OWNER TO %2$s"),
            List.of("", "CREATE TABLE made (id int); ALTER TABLE made OWNER TO %2$s"),
            List.of("", "ALTER TABLE mine OWNER TO CURRENT_USER"),
            List.of("", "SET ROLE NONE"),
            List.of("", "SET ROLE %2$s"),
            List.of("", "ALTER TABLE ONLY day ALTER COLUMN at SET DEFAULT '2026-01-01'"),
            List.of("", "ALTER TABLE parent ENABLE ROW LEVEL SECURITY"),
            List.of("", "ALTER TABLE parent ADD CHECK (id > 0) NO INHERIT"),
            List.of("", "CREATE INDEX day_idx ON day (at)"),
            List.of("", "ALTER TABLE likewise DROP COLUMN id"),
            List.of(
                "", "CREATE TABLE made (id int); GRANT SELECT ON made TO PUBLIC; DROP TABLE made"),
            List.of(
                "USAGE ON SCHEMA closed",
                "ALTER TABLE mine RENAME TO ours; ALTER TABLE ours OWNER TO %2$s"),
            List.of(
                "",
                "ALTER TABLE day DETACH PARTITION day_one; ALTER TABLE day ADD COLUMN more text"),
            List.of("", "DROP FUNCTION IF EXISTS counted(int)"),
            List.of(
                "", "CREATE TYPE pair AS (a int); COMMENT ON TYPE pair IS 'x'; DROP TYPE pair")));
  }

  @ParameterizedTest
  @MethodSource("enough")
  void whatIsEnough(Server server, String granted, String statement) throws Exception {
    PrivilegeFixture fixture = fixture(server);

    fixture.takes(granted, statement.formatted(fixture.owner(), fixture.user()));
  }

  private static PrivilegeFixture fixture(Server server) {
    return FIXTURES.computeIfAbsent(server, s -> new PrivilegeFixture(s, MORE));
  }
}
