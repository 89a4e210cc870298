package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Fixtures;
import dev.ngdi.migration.engine.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A plan is refused for what its user may not do to relations exactly where the server would refuse
 * it: each statement is also given to the server.
 */
class ObjectPrivilegesTest {
  private static final Map<Server, PrivilegeFixture> GRANTED = new EnumMap<>(Server.class);
  private static final Map<Server, PrivilegeFixture> PLAIN = new EnumMap<>(Server.class);
  private static final Map<Server, PrivilegeFixture> MEMBERS = new EnumMap<>(Server.class);

  static Stream<Arguments> statementsThatNeedTheOwner() {
    return onEach(
        "ALTER TABLE account ADD COLUMN note text",
        "ALTER TABLE account RENAME COLUMN name TO label",
        "ALTER TABLE account ADD CONSTRAINT named CHECK (name <> '') NOT VALID",
        "ALTER TABLE account ENABLE ROW LEVEL SECURITY",
        "CREATE INDEX account_id_idx ON account (id)",
        "CREATE INDEX CONCURRENTLY account_id_idx ON account (id)",
        "DROP TABLE account CASCADE",
        "DROP INDEX account_name_idx",
        "DROP INDEX CONCURRENTLY account_name_idx",
        "ALTER INDEX account_name_idx RENAME TO other_idx",
        "REINDEX TABLE account",
        "REINDEX INDEX account_name_idx",
        "REINDEX INDEX CONCURRENTLY account_name_idx",
        "CREATE POLICY more ON account USING (true)",
        "ALTER POLICY own ON account USING (false)",
        "DROP POLICY own ON account",
        "DROP TRIGGER touch ON account",
        "ALTER TRIGGER touch ON account RENAME TO touched",
        "CREATE RULE none AS ON DELETE TO account DO INSTEAD NOTHING",
        "CREATE STATISTICS account_statistics ON id, name FROM account",
        "COMMENT ON TABLE account IS 'who'",
        "COMMENT ON COLUMN account.name IS 'how'",
        "COMMENT ON INDEX account_name_idx IS 'fast'",
        "COMMENT ON TRIGGER touch ON account IS 'why'",
        "ALTER TABLE day DETACH PARTITION day_one",
        "ALTER TABLE day ATTACH PARTITION mine_too FOR VALUES FROM ('2026-01-02') TO ('2026-01-03')",
        "CREATE TABLE day_two PARTITION OF day FOR VALUES FROM ('2026-01-02') TO ('2026-01-03')",
        "CREATE TABLE child () INHERITS (parent)",
        "ALTER TABLE mine INHERIT parent",
        "ALTER VIEW account_name RENAME TO names",
        "CREATE OR REPLACE VIEW account_name AS SELECT name FROM account WHERE id > 0",
        "DROP VIEW account_name",
        "REFRESH MATERIALIZED VIEW account_count",
        "ALTER SEQUENCE number INCREMENT 2",
        "DROP SEQUENCE number");
  }

  @ParameterizedTest
  @MethodSource("statementsThatNeedTheOwner")
  void whatNeedsTheOwner(Server server, String statement) throws Exception {
    PrivilegeFixture fixture =
        GRANTED.computeIfAbsent(server, ObjectPrivilegesTest::withAllPrivileges);

    assertThat(fixture.serverTakes(statement)).isFalse();
    assertThat(fixture.refusals(statement))
        .allSatisfy(
            refusal ->
                assertThat(refusal.message())
                    .matches(
                        "`[A-Z ]+` in line 1 needs the owner of `[a-z_.]+`, which is `owner_[a-z_0-9]+`;"
                            + " `user_[a-z_0-9]+` is not a member"))
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("statementsThatNeedTheOwner")
  void aMemberOfTheOwningRoleMayDoThem(Server server, String statement) throws Exception {
    PrivilegeFixture fixture =
        statement.contains("CONCURRENTLY")
            ? withMembership(server)
            : MEMBERS.computeIfAbsent(server, ObjectPrivilegesTest::withMembership);

    assertThat(fixture.refusals(statement)).isEmpty();
    assertThat(fixture.serverTakes(statement)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aMemberThatDoesNotInheritMayNot(Server server) throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    fixture.as("postgres", "ALTER ROLE " + fixture.user() + " NOINHERIT");
    fixture.as("postgres", "GRANT " + fixture.owner() + " TO " + fixture.user());
    String statement = "ALTER TABLE account ADD COLUMN note text";

    Refusal refusal = fixture.refusals(statement).get(0);

    assertThat(fixture.serverTakes(statement)).isFalse();
    assertThat(refusal)
        .isEqualTo(
            Refusal.of(
                "privilege-missing",
                Fixtures.id(1),
                "`ALTER TABLE` in line 1 needs the owner of `public.account`, which is `"
                    + fixture.owner()
                    + "`; `"
                    + fixture.user()
                    + "` is a member of it, and does not inherit its rights",
                "connect as `"
                    + fixture.owner()
                    + "`, or run `"
                    + (server.major() < 16
                        ? "ALTER ROLE \"" + fixture.user() + "\" INHERIT"
                        : "GRANT \""
                            + fixture.owner()
                            + "\" TO \""
                            + fixture.user()
                            + "\" WITH INHERIT TRUE")
                    + "` as an administrator of that role"));
    String typed = refusal.whatToDo().split("`", -1)[3];
    fixture.as("postgres", typed);
    assertThat(fixture.serverTakes(statement)).isTrue();
    assertThat(fixture.refusals(statement)).isEmpty();
  }

  static Stream<Arguments> statementsThatNeedAPrivilege() {
    return Stream.of(
            List.of("SELECT", "SELECT name FROM account"),
            List.of("SELECT", "INSERT INTO mine SELECT id FROM account"),
            List.of("SELECT", "CREATE TABLE copy AS SELECT * FROM account"),
            List.of("SELECT", "CREATE TABLE copy (LIKE account)"),
            List.of("SELECT", "WITH names AS (SELECT name FROM account) SELECT * FROM names"),
            List.of("SELECT", "DELETE FROM mine WHERE id IN (SELECT id FROM account)"),
            List.of("INSERT", "INSERT INTO account VALUES (1, 'a')"),
            List.of("UPDATE", "UPDATE account SET name = 'b'"),
            List.of("DELETE", "DELETE FROM account"),
            List.of("TRUNCATE", "TRUNCATE account"),
            List.of(
                "REFERENCES", "ALTER TABLE mine ADD FOREIGN KEY (account_id) REFERENCES account"),
            List.of("REFERENCES", "ALTER TABLE mine ADD COLUMN other int REFERENCES account"),
            List.of("REFERENCES", "CREATE TABLE entry (id int REFERENCES account)"),
            List.of(
                "TRIGGER",
                "CREATE TRIGGER more BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch()"))
        .flatMap(
            pair ->
                Stream.of(Server.values())
                    .map(server -> Arguments.of(server, pair.get(0), pair.get(1))));
  }

  @ParameterizedTest
  @MethodSource("statementsThatNeedAPrivilege")
  void whatNeedsAPrivilege(Server server, String privilege, String statement) throws Exception {
    PrivilegeFixture fixture = plain(server);
    String on = privilege + " ON TABLE public.account";

    assertThat(fixture.refusals(statement))
        .singleElement()
        .extracting(Refusal::whatToDo)
        .isEqualTo(fixture.filled("run `GRANT " + on + " TO \"%2$s\"` as `%1$s`, which owns it"));
    fixture.lacksOnly("", statement, "`" + on + "`, and `%2$s` does not have it");
  }

  static Stream<Arguments> enough() {
    return Stream.of(
            List.of("GRANT SELECT (name) ON account TO %s", "SELECT name FROM account"),
            List.of("GRANT INSERT (id) ON account TO %s", "INSERT INTO account (id) VALUES (1)"),
            List.of("GRANT UPDATE (name) ON account TO %s", "UPDATE account SET name = 'b'"),
            List.of(
                "GRANT REFERENCES (id) ON account TO %s",
                "CREATE TABLE entry (id int REFERENCES account)"),
            List.of("GRANT SELECT ON account_name TO %s", "SELECT name FROM account_name"),
            List.of("GRANT pg_read_all_data TO %s", "SELECT name FROM account"),
            List.of("GRANT pg_write_all_data TO %s", "INSERT INTO account VALUES (1)"),
            List.of("ALTER ROLE %s SUPERUSER", "ALTER TABLE account ADD COLUMN note text"),
            List.of("ALTER SCHEMA public OWNER TO %s", "DROP TABLE account CASCADE"),
            List.of("ALTER SCHEMA public OWNER TO %s", "DROP INDEX account_name_idx"),
            List.of(
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %%I OWNER TO %s', current_database());"
                    + " END $$",
                "DROP TABLE account CASCADE"),
            List.of("GRANT USAGE ON TYPE place TO %s", "CREATE TABLE copy (LIKE place)"),
            List.of(
                "GRANT INSERT ON account TO %s",
                "INSERT INTO account VALUES (1, 'a') ON CONFLICT DO NOTHING"),
            List.of("GRANT DELETE ON account TO %s", "DELETE FROM account"),
            List.of(
                "GRANT SELECT, UPDATE ON account TO %s",
                "UPDATE account a SET name = b.name FROM account b WHERE b.id = a.id"),
            List.of("GRANT INSERT ON mine TO %s", "CREATE VIEW v AS SELECT name FROM account"),
            List.of("GRANT INSERT ON mine TO %s", "ALTER TABLE mine NO INHERIT parent"),
            List.of("GRANT INSERT ON mine TO %s", "ANALYZE account"),
            List.of("GRANT INSERT ON mine TO %s", "DROP TRIGGER IF EXISTS no_such ON account"),
            List.of(
                "GRANT INSERT ON mine TO %s",
                "CREATE TABLE IF NOT EXISTS account (id int REFERENCES parent)"),
            List.of(
                "GRANT INSERT ON mine TO %s",
                "CREATE TABLE copy AS SELECT * FROM account WITH NO DATA"),
            List.of("GRANT %s TO postgres", "ALTER TABLE IF EXISTS no_such ADD COLUMN note text"))
        .flatMap(
            pair ->
                Stream.of(Server.values())
                    .map(server -> Arguments.of(server, pair.get(0), pair.get(1))));
  }

  @ParameterizedTest
  @MethodSource("enough")
  void whatIsEnoughForTheServerIsEnough(Server server, String given, String statement)
      throws Exception {
    if (given.startsWith("GRANT ") && !statement.contains("NO INHERIT")) {
      PrivilegeFixture fixture = plain(server);
      fixture.takes(given.formatted(fixture.user()).substring("GRANT ".length()), statement);
      return;
    }
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    if (given.contains("ALTER DATABASE")) {
      // As it is by itself from PostgreSQL 15 on.
      fixture.as("postgres", "ALTER SCHEMA public OWNER TO pg_database_owner");
    }
    if (statement.contains("NO INHERIT")) {
      fixture.as("postgres", "ALTER TABLE mine INHERIT parent");
    }
    fixture.as("postgres", given.formatted(fixture.user()));

    assertThat(fixture.refusals(statement)).isEmpty();
    assertThat(fixture.serverTakes(statement)).isTrue();
  }

  @Test
  void maintainIsEnoughFromPostgres17On() throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(Server.NEWEST);
    fixture.as("postgres", "GRANT MAINTAIN ON account, account_count TO " + fixture.user());

    for (String statement :
        List.of(
            "REINDEX TABLE account",
            "REINDEX INDEX account_name_idx",
            "REFRESH MATERIALIZED VIEW account_count",
            "CLUSTER account USING account_name_idx")) {
      assertThat(fixture.refusals(statement)).isEmpty();
      assertThat(fixture.serverTakes(statement)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everythingThatIsMissingIsSaidAtOnce(Server server) throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(server);

    List<Refusal> refusals =
        fixture.refusals(
            "INSERT INTO account VALUES (1);\nUPDATE account SET name = 'b' WHERE id = 1",
            "ALTER TABLE account ADD COLUMN note text;\nCREATE INDEX parent_idx ON parent (id)",
            "ALTER TABLE account ADD COLUMN more text");

    String user = fixture.user();
    String owner = ", which is `" + fixture.owner() + "`; `" + user + "` is not a member";
    String lacks = "`, and `" + user + "` does not have it";
    assertThat(refusals)
        .extracting(r -> r.id().orElse("") + ": " + r.message())
        .containsExactly(
            Fixtures.id(1) + ": `INSERT` in line 1 needs `INSERT ON TABLE public.account" + lacks,
            Fixtures.id(1) + ": `UPDATE` in line 2 needs `UPDATE ON TABLE public.account" + lacks,
            Fixtures.id(1) + ": `UPDATE` in line 2 needs `SELECT ON TABLE public.account" + lacks,
            Fixtures.id(2)
                + ": `ALTER TABLE` in line 1 needs the owner of `public.account`"
                + owner,
            Fixtures.id(2)
                + ": `CREATE INDEX` in line 2 needs the owner of `public.parent`"
                + owner);
  }

  static Stream<Arguments> plansThatMakeWhatTheyUse() {
    return Stream.of(
            List.of("CREATE TABLE made (id int)", "ALTER TABLE made ADD COLUMN note text"),
            List.of(
                "DROP TABLE no_longer; CREATE TABLE no_longer (id int)",
                "ALTER TABLE no_longer ADD COLUMN note text"),
            List.of(
                "ALTER TABLE no_longer RENAME TO later",
                "CREATE VIEW no_longer AS SELECT 1 AS one",
                "DROP VIEW no_longer"),
            List.of("SET ROLE %s; ALTER TABLE account ADD COLUMN note text"),
            List.of("SET search_path = own; ALTER TABLE account ADD COLUMN note text"),
            List.of(
                "DO $$ BEGIN ALTER TABLE no_longer RENAME TO later; CREATE TABLE no_longer (); END $$",
                "ALTER TABLE no_longer ADD COLUMN note text"))
        .flatMap(plan -> Stream.of(Server.values()).map(server -> Arguments.of(server, plan)));
  }

  @ParameterizedTest
  @MethodSource("plansThatMakeWhatTheyUse")
  void whatThePlanItselfMakesIsNotLookedAt(Server server, List<String> plan) throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    fixture.as(
        "postgres",
        "CREATE TABLE no_longer (id int); ALTER TABLE no_longer OWNER TO %1$s; CREATE SCHEMA own"
                .formatted(fixture.user())
            + " AUTHORIZATION %1$s; SET ROLE %1$s; CREATE TABLE own.account (id int)"
                .formatted(fixture.user()));
    fixture.as(
        "postgres",
        server.major() < 16
            ? "ALTER ROLE %2$s NOINHERIT; GRANT %1$s TO %2$s"
                .formatted(fixture.owner(), fixture.user())
            : "GRANT %s TO %s WITH INHERIT FALSE".formatted(fixture.owner(), fixture.user()));
    String[] scripts =
        plan.stream().map(sql -> sql.formatted(fixture.owner())).toArray(String[]::new);

    assertThat(fixture.refusals(scripts)).isEmpty();
    assertThat(fixture.serverTakes(scripts)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaThatIsClosedToTheUser(Server server) throws Exception {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    fixture.as(
        "postgres",
        "CREATE SCHEMA audit; CREATE TABLE audit.entry (id int); GRANT ALL ON audit.entry TO "
            + fixture.user());
    String statement = "INSERT INTO audit.entry VALUES (1)";

    assertThat(fixture.serverTakes(statement)).isFalse();
    assertThat(
            fixture.refusals("CREATE SCHEMA audit; CREATE TABLE audit.entry (id int);", statement))
        .as("what is made here is open")
        .noneMatch(refusal -> refusal.message().contains("USAGE"));
    Refusal refusal =
        fixture
            .refusalsAfter(
                PrivilegeFixture.BEFORE
                    + "; CREATE SCHEMA audit; CREATE TABLE audit.entry (id int)",
                statement)
            .get(0);
    assertThat(refusal)
        .isEqualTo(
            Refusal.of(
                "privilege-missing",
                Fixtures.id(1),
                "`INSERT` in line 1 needs `USAGE ON SCHEMA \"audit\"`, and `"
                    + fixture.user()
                    + "` does not have it",
                "run `GRANT USAGE ON SCHEMA \"audit\" TO \""
                    + fixture.user()
                    + "\"` as its owner"));
    fixture.as("postgres", refusal.whatToDo().split("`", -1)[1]);
    assertThat(fixture.serverTakes(statement)).isTrue();
  }

  private static PrivilegeFixture plain(Server server) {
    return PLAIN.computeIfAbsent(server, PrivilegeFixture::new);
  }

  private static PrivilegeFixture withAllPrivileges(Server server) {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    fixture.as("postgres", "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + fixture.user());
    if (server.major() >= 17) {
      fixture.as("postgres", "REVOKE MAINTAIN ON account, account_count FROM " + fixture.user());
    }
    return fixture;
  }

  private static PrivilegeFixture withMembership(Server server) {
    PrivilegeFixture fixture = new PrivilegeFixture(server);
    fixture.as("postgres", "GRANT " + fixture.owner() + " TO " + fixture.user());
    return fixture;
  }

  private static Stream<Arguments> onEach(String... statements) {
    return Stream.of(statements)
        .flatMap(sql -> Stream.of(Server.values()).map(server -> Arguments.of(server, sql)));
  }
}
