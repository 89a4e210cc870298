package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.Manifest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is wrong is said in one line, before anything changes, and without the password. */
class PreflightTest {
  private static final Manifest MANIFEST = manifest(table(1));
  private static final String PASSWORD = "s3cret";

  private final TestDatabase database = Server.NEWEST.database();

  @Test
  void aUrlThatIsNotPostgresqls() {
    assertThat(refusal("mysql://root:" + PASSWORD + "@db/portal"))
        .isEqualTo(
            Refusal.of(
                "url-malformed",
                "the database's URL is not one that PostgreSQL's JDBC driver reads",
                "write it as `jdbc:postgresql://host:port/database`"));
  }

  @Test
  void aPortWhereNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }

    assertThat(refusal("jdbc:postgresql://localhost:" + port + "/portal?password=" + PASSWORD))
        .isEqualTo(
            Refusal.of(
                "server-unreachable",
                "no PostgreSQL server answers at `localhost:"
                    + port
                    + "`: the connection is refused",
                "start it, or correct host and port in the URL"));
  }

  @Test
  void aHostThatDoesNotExist() {
    assertThat(refusal("jdbc:postgresql://no-such-host.invalid/portal").message())
        .isEqualTo(
            "no PostgreSQL server answers at `no-such-host.invalid:5432`: there is no such host");
  }

  @Test
  void aDatabaseThatDoesNotExist() {
    assertThat(refusal(database.url().replace(database.name(), "no_such_database")))
        .isEqualTo(
            Refusal.of(
                "database-unknown",
                "the server at `localhost:"
                    + Server.NEWEST.port()
                    + "` has no database `no_such_database`",
                "create it, or correct the URL"));
  }

  @Test
  void aUserThatTheServerRefuses() {
    Refusal refusal = refusal(database.settings("no_such_user", PASSWORD), 14);

    assertThat(refusal.code()).isEqualTo("login-refused");
    assertThat(refusal.message())
        .isEqualTo(
            "the server at `localhost:"
                + Server.NEWEST.port()
                + "` refuses user `no_such_user`: role \"no_such_user\" does not exist");
  }

  @Test
  void aWrongPasswordAndNone() throws IOException {
    String user = "guarded_" + database.name();
    database.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + PASSWORD + "'");
    Path rules = Path.of(database.rows("SHOW hba_file").get(0));
    Files.writeString(rules, "host all " + user + " all scram-sha-256\n" + Files.readString(rules));
    database.rows("SELECT pg_reload_conf()");
    database.rows("SELECT 1");

    assertThat(refusal(database.settings(user, "wr0ng"), 14))
        .isEqualTo(
            Refusal.of(
                "login-refused",
                "the server at `localhost:"
                    + Server.NEWEST.port()
                    + "` refuses user `"
                    + user
                    + "`: password authentication failed for user \""
                    + user
                    + "\"",
                "correct `db.user` and `db.password`, or the server's `pg_hba.conf`"));
    assertThat(
            refusal(
                    ConnectionSettings.of(
                        database.url(), Optional.of(user), Optional.empty(), Optional.empty()),
                    14)
                .code())
        .isEqualTo("login-refused");
  }

  @Test
  void encryptionThatTheServerDoesNotHave() {
    assertThat(refusal(database.url() + "?sslmode=require"))
        .isEqualTo(
            Refusal.of(
                "encryption-failed",
                "the server at `localhost:"
                    + Server.NEWEST.port()
                    + "` and `sslmode` in the URL do not agree: The server does not support SSL.",
                "correct `sslmode` or `sslrootcert` in the URL, or the server's `ssl`"));
  }

  @Test
  void aServerThatIsTooOld() {
    TestDatabase old = Server.OLDEST.database();
    String version = old.rows("SHOW server_version").get(0);

    assertThat(refusal(old.settings(), 18))
        .isEqualTo(
            Refusal.of(
                "server-too-old",
                "the server is PostgreSQL " + version + ", and the migrations need 18",
                "upgrade it, or lower `postgres` in `@MigrationPolicy` if they run on less"));
  }

  @Test
  void aDatabaseThatIsReadOnly() throws DatabaseException {
    database.execute(
        "ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");

    assertThat(refusals(database.deploy(MANIFEST)))
        .containsExactly("transactions of `postgres` are read-only here by default");
  }

  @Test
  void missingPrivilegesAreNamedAsTheGrantThatGivesThem() throws DatabaseException {
    String user = "reader_" + database.name();
    database.execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + PASSWORD + "'");

    Outcome without = deployAs(user, Optional.of("public"));
    Outcome elsewhere = deployAs(user, Optional.of("catalogue"));
    database.deploy(MANIFEST);
    database.execute("GRANT CREATE ON SCHEMA public TO " + user);
    Refusal unreadable =
        catchThrowableOfType(DatabaseException.class, () -> deployAs(user, Optional.of("public")))
            .refusal();

    assertThat(without.plan().refusals())
        .containsExactly(
            Refusal.of(
                "privilege-missing",
                "`"
                    + user
                    + "` needs `USAGE, CREATE ON SCHEMA \"public\"`, and does not have all of it",
                "run `GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"" + user + "\"` as its owner"));
    assertThat(refusals(elsewhere))
        .containsExactly(
            "`"
                + user
                + "` needs `CREATE ON DATABASE \""
                + database.name()
                + "\"`, and does not have all of it");
    assertThat(unreadable.message())
        .isEqualTo(
            "PostgreSQL refused while the history was read: permission denied for table"
                + " flyway_schema_history (42501)");
  }

  @Test
  void aSchemaWithTablesAndWithoutHistory() throws DatabaseException {
    database.execute("CREATE EXTENSION pg_trgm; CREATE TABLE legacy (id int)");

    Outcome outcome = database.deploy(MANIFEST);

    assertThat(outcome.plan().refusals())
        .containsExactly(
            Refusal.of(
                "schema-not-empty",
                "the schema `public` has no history and is not empty: it has the table `legacy`",
                "name the version that it already has with `-Ddb.baseline=<version>`, or another"
                    + " schema with `-Ddb.schema`"));
    assertThat(database.tables()).containsExactly("legacy");
  }

  @Test
  void aSchemaWithExtensionsOnlyIsEmpty() throws DatabaseException {
    database.execute("CREATE EXTENSION pg_trgm; CREATE EXTENSION hstore");

    assertThat(database.deploy(MANIFEST).succeeded()).isTrue();
  }

  @Test
  void aTableOfTheHistorysNameThatIsAnothers() {
    database.execute("CREATE TABLE flyway_schema_history (id int)");

    assertThat(
            catchThrowableOfType(DatabaseException.class, () -> database.deploy(MANIFEST))
                .refusal())
        .isEqualTo(
            Refusal.of(
                "table-foreign",
                "`public.flyway_schema_history` has no column `installed_rank`: it is another"
                    + " tool's table",
                "rename it, or choose another schema with `db.schema`"));
  }

  @Test
  void aSchemaThatIsMissingIsMade() throws DatabaseException {
    String schema = "Port\"al";
    ConnectionSettings settings =
        ConnectionSettings.of(
            database.url(), Optional.of("postgres"), Optional.empty(), Optional.of(schema));

    for (int expected = 1; expected >= 0; expected--) {
      try (PostgresDatabase connected = database.connect(settings)) {
        assertThat(connected.target().schema()).isEqualTo(schema);
        assertThat(
                new Engine(MANIFEST, connected, Progress.NONE).deploy(DeployRequest.PLAIN).done())
            .hasSize(expected);
      }
    }
    assertThat(database.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'Port\"al'"))
        .containsExactlyInAnyOrder("flyway_schema_history", "migration_journal", "table_one");
  }

  @Test
  void aUserWithAQuoteInItsNameDoesNotMakeTheHistory() throws DatabaseException {
    String user = "o'brien " + database.name();
    database.execute(
        "CREATE ROLE \"" + user + "\" LOGIN SUPERUSER; CREATE SCHEMA own AUTHORIZATION postgres");

    assertThat(refusals(deployAs(user, Optional.of("own"))))
        .containsExactly(
            "Flyway, which makes the history, cannot work as `"
                + user
                + "`: the quote in the name");
    database.deploy(manifest(table(2)));
    assertThat(deployAs(user, Optional.of("public"), manifest(table(2), table(3))).succeeded())
        .isTrue();
  }

  @Test
  void functionsOfASearchPathThatSomebodyElseChoseAreNotRun() throws DatabaseException {
    String user = "misled_" + database.name();
    database.execute(
        """
        CREATE ROLE %1$s LOGIN;
        GRANT ALL ON SCHEMA public TO %1$s;
        CREATE SCHEMA evil;
        GRANT USAGE ON SCHEMA evil TO %1$s;
        CREATE TABLE evil.run (what text);
        GRANT ALL ON evil.run TO %1$s;
        DO $do$
          DECLARE f record;
          BEGIN
            FOR f IN SELECT proname, pg_get_function_identity_arguments(oid) AS arguments,
                pg_get_function_result(oid) AS result
              FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
                AND proname IN ('version', 'current_setting', 'set_config', 'current_database',
                  'current_schema', 'pg_backend_pid', 'pg_try_advisory_lock', 'to_regclass')
            LOOP
              EXECUTE format('CREATE FUNCTION evil.%%I (%%s) RETURNS %%s LANGUAGE plpgsql AS %%L',
                f.proname, f.arguments, f.result,
                format('BEGIN INSERT INTO evil.run VALUES (%%L); RETURN NULL; END', f.proname));
            END LOOP;
          END $do$;
        CREATE TABLE evil.pg_settings (name text);
        ALTER ROLE %1$s SET search_path = evil, pg_catalog, public;
        """
            .formatted(user));

    assertThat(deployAs(user, Optional.of("public")).succeeded()).isTrue();
    assertThat(database.rows("SELECT what FROM evil.run")).isEmpty();
  }

  @Test
  void aResetEmptiesTheSchemaAndKeepsItsPrivileges() throws DatabaseException {
    database.deploy(MANIFEST);
    database.execute(
        "CREATE TABLE by_hand (id int); GRANT CREATE ON SCHEMA public TO PUBLIC; COMMENT ON SCHEMA"
            + " public IS 'the portal''s'");
    String schema =
        "SELECT nspowner, obj_description(oid, 'pg_namespace'), (SELECT string_agg(a::text, ' ' ORDER"
            + " BY a::text) FROM aclexplode(nspacl) a) FROM pg_namespace WHERE nspname = 'public'";
    List<String> before = database.rows(schema);

    try (PostgresDatabase connected = database.connect()) {
      Engine engine = new Engine(MANIFEST, connected, Progress.NONE);
      Outcome refused = engine.reset(DeployRequest.PLAIN, false);
      assertThat(refusals(refused))
          .containsExactly(
              "a reset drops everything in the schema, and this is not known to be a developer's"
                  + " database");
      assertThat(database.tables()).containsExactly("by_hand", "table_one");

      assertThat(engine.reset(DeployRequest.PLAIN, true).succeeded()).isTrue();
    }
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.historyRows()).hasSize(1);
    assertThat(database.rows(schema)).isEqualTo(before);
  }

  @Test
  void statusAndPlanChangeNothing() throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      Engine engine = new Engine(MANIFEST, connected, Progress.NONE);

      assertThat(engine.status(Optional.empty())).hasSize(1);
      assertThat(engine.plan(DeployRequest.PLAIN).steps()).hasSize(1);
    }
    assertThat(
            database.rows(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
        .isEmpty();
  }

  private Outcome deployAs(String user, Optional<String> schema) throws DatabaseException {
    return deployAs(user, schema, MANIFEST);
  }

  private Outcome deployAs(String user, Optional<String> schema, Manifest manifest)
      throws DatabaseException {
    ConnectionSettings settings =
        ConnectionSettings.of(database.url(), Optional.of(user), Optional.of(PASSWORD), schema);
    try (PostgresDatabase connected = database.connect(settings)) {
      return new Engine(manifest, connected, Progress.NONE).deploy(DeployRequest.PLAIN);
    }
  }

  private Refusal refusal(String url) {
    return refusal(
        ConnectionSettings.of(
            url, Optional.of("postgres"), Optional.of(PASSWORD), Optional.empty()),
        14);
  }

  private static Refusal refusal(ConnectionSettings settings, int postgres) {
    Refusal refusal =
        catchThrowableOfType(
                DatabaseException.class,
                () ->
                    PostgresDatabase.connect(
                        settings,
                        postgres,
                        TestDatabase.ORIGIN,
                        m -> {
                          throw new ClassNotFoundException(m.className());
                        }))
            .refusal();
    assertThat(refusal.toString()).doesNotContain(PASSWORD);
    return refusal;
  }

  private static List<String> refusals(Outcome outcome) {
    return outcome.plan().refusals().stream().map(Refusal::message).toList();
  }
}
