package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.reformatted;
import static dev.ngdi.migration.engine.Fixtures.table;
import static dev.ngdi.migration.engine.Fixtures.verified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplyTest {
  private static final DeclaredMigration INDEX =
      outside(
          id(2),
          "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
          "DROP INDEX CONCURRENTLY one_idx");

  @ParameterizedTest
  @EnumSource
  void deployWritesTheHistoryAndTheJournal(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest manifest = manifest(table(1), table(2));

    Outcome outcome = database.deploy(manifest);

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1), id(2));
    assertThat(database.tables()).containsExactly("table_one", "table_two");
    assertThat(database.historyRows())
        .containsExactly(
            "1|20261101000001|create table one|JDBC|org.example.db."
                + id(1)
                + "|"
                + Digest.checksum(table(1).sha256())
                + "|t",
            "2|20261101000002|create table two|JDBC|org.example.db."
                + id(2)
                + "|"
                + Digest.checksum(table(2).sha256())
                + "|t");
    assertThat(
            database.rows(
                "SELECT attempt, version, id, class, direction, transactional, outcome,"
                    + " installed_rank, sha256, manifest_sha256, way_back, down_sql,"
                    + " down_statements, down_transactional, performed_by, database_user, revision,"
                    + " tool, error, started_at <= finished_at FROM migration_journal WHERE"
                    + " installed_rank = 1"))
        .containsExactly(
            String.join(
                "|",
                "1",
                "20261101000001",
                id(1),
                "org.example.db." + id(1),
                "up",
                "t",
                "done",
                "1",
                table(1).sha256(),
                manifest.sha256(),
                "script",
                "DROP TABLE table_one",
                "[{\"end\": 20, \"line\": 1, \"start\": 0, \"summary\": \"DROP TABLE table_one\"}]",
                "t",
                "ann@ci",
                "postgres",
                "1f0c2d3",
                "migration 0.1",
                "null",
                "t"));
  }

  @ParameterizedTest
  @EnumSource
  void deployTwiceAppliesNothingTheSecondTime(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(manifest(table(1)));

    Outcome again = database.deploy(manifest(table(1)));

    assertThat(again.plan().upToDate()).isTrue();
    assertThat(again.succeeded()).isTrue();
    assertThat(database.historyRows()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void downTakesBackAndLeavesATombstone(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest manifest = manifest(table(1), table(2));
    database.deploy(manifest);

    Outcome outcome = database.down(manifest, new DownRequest.Steps(1));

    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(2));
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.historyRows())
        .last()
        .isEqualTo(
            "3|20261101000002|create table two|DELETE|org.example.db."
                + id(2)
                + "|"
                + Digest.checksum(table(2).sha256())
                + "|t");
    assertThat(database.journalRows())
        .containsExactly(
            id(1) + "|up|done|1|script", id(2) + "|up|done|2|script", id(2) + "|down|done|3|null");
    assertThat(database.status(manifest))
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.APPLIED, MigrationState.PENDING);

    assertThat(database.deploy(manifest).done())
        .extracting(Outcome.Done::id)
        .containsExactly(id(2));
    assertThat(database.tables()).containsExactly("table_one", "table_two");
  }

  @ParameterizedTest
  @EnumSource
  void downTakesBackWhatTheManifestNoLongerHas(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration newer =
        migration(
            id(2),
            "CREATE TABLE extra (note text);\nINSERT INTO extra VALUES ('a;b')",
            "DELETE FROM extra WHERE note = 'a;b';\nDROP TABLE extra");
    database.deploy(manifest(table(1), newer));

    Outcome outcome = database.down(manifest(table(1)), new DownRequest.Steps(1));

    assertThat(outcome.succeeded()).isTrue();
    assertThat(database.tables()).containsExactly("table_one");
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMigrationIsRolledBackAndTheOnesBeforeItStay(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration broken =
        migration(
            id(2),
            "CREATE TABLE half (id int);\nINSERT INTO\n  nowhere\nVALUES (1)",
            "DROP TABLE half");

    Outcome outcome = database.deploy(manifest(table(1), broken, table(3)));

    assertThat(outcome.done()).extracting(Outcome.Done::id).containsExactly(id(1));
    Failure failure = outcome.failure().orElseThrow();
    assertThat(failure.id()).isEqualTo(id(2));
    assertThat(failure.statement().orElseThrow().line()).isEqualTo(2);
    assertThat(failure.line()).contains(3);
    assertThat(failure.sqlState()).contains("42P01");
    assertThat(failure.message()).isEqualTo("relation \"nowhere\" does not exist");
    assertThat(failure.effect()).isEqualTo(Failure.Effect.NONE);
    assertThat(database.tables()).containsExactly("table_one");
    assertThat(database.historyRows()).hasSize(1);
    assertThat(database.rows("SELECT id, outcome, error FROM migration_journal ORDER BY attempt"))
        .containsExactly(
            id(1) + "|done|null", id(2) + "|failed|relation \"nowhere\" does not exist");
    assertThat(database.status(manifest(table(1), broken)))
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.APPLIED, MigrationState.PENDING);
  }

  @ParameterizedTest
  @EnumSource
  void aDeferredConstraintFailsItsOwnMigration(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration broken =
        migration(
            id(2),
            "CREATE TABLE part (id int REFERENCES whole DEFERRABLE INITIALLY DEFERRED);\n"
                + "INSERT INTO part VALUES (1)",
            "DROP TABLE part");
    database.execute("CREATE SCHEMA other");

    Outcome outcome =
        database.deploy(
            manifest(
                migration(id(1), "CREATE TABLE whole (id int PRIMARY KEY)", "DROP TABLE whole"),
                broken));

    assertThat(outcome.failure().orElseThrow().sqlState()).contains("23503");
    assertThat(database.tables()).containsExactly("whole");
  }

  @ParameterizedTest
  @EnumSource
  void aMigrationThatDoesNotVerifyIsRolledBack(Server server) throws DatabaseException {
    TestDatabase database = server.database();

    Outcome wrong =
        database.deploy(manifest(verified(table(1), "SELECT count(*) = 1 FROM table_one")));
    Outcome right =
        database.deploy(manifest(verified(table(1), "SELECT count(*) = 0 FROM table_one")));

    assertThat(wrong.failure().orElseThrow().message())
        .isEqualTo(
            "`verify` found it not done: the query returned `false`, and must return `true`");
    assertThat(right.succeeded()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void sqlGoesToTheServerAsItIsWritten(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration odd =
        migration(
            id(1),
            "CREATE TABLE odd (doc jsonb, note text DEFAULT '{d ''2026-11-01''}');\n"
                + "INSERT INTO odd (doc) SELECT '{\"a\": 1}' WHERE '{\"a\": 1}'::jsonb ? 'a' AND"
                + " '{\"a\": 1}'::jsonb ?| array['a'];\n"
                + "CREATE FUNCTION two() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2;"
                + " END;\n"
                + "CREATE FUNCTION three() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RETURN 3; END"
                + " $f$",
            "DROP FUNCTION three(), two();\nDROP TABLE odd");

    assertThat(database.deploy(manifest(odd)).failure()).isEmpty();
    assertThat(database.rows("SELECT doc, note, two(), three() FROM odd"))
        .containsExactly("{\"a\": 1}|{d '2026-11-01'}|2|3");
  }

  @ParameterizedTest
  @EnumSource
  void anEditOfCommentsAloneIsToldFromOneThatMatters(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration function =
        migration(
            id(2),
            "CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT 2'",
            "DROP FUNCTION two()");
    DeclaredMigration another =
        migration(
            id(2),
            "CREATE FUNCTION two() RETURNS int LANGUAGE sql AS 'SELECT  2'",
            "DROP FUNCTION two()");
    assertThat(database.deploy(manifest(table(1), function)).failure()).isEmpty();

    assertThat(database.status(manifest(reformatted(table(1)), reformatted(function))))
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.REFORMATTED, MigrationState.REFORMATTED);
    assertThat(database.status(manifest(table(1), another)))
        .as("PostgreSQL keeps the body as it is written")
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.APPLIED, MigrationState.CHANGED);
  }

  @ParameterizedTest
  @EnumSource
  void anIndexIsBuiltConcurrentlyAndDroppedAgain(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    Manifest manifest = manifest(table(1), INDEX);

    assertThat(database.deploy(manifest).succeeded()).isTrue();
    assertThat(database.rows("SELECT indexname FROM pg_indexes WHERE tablename = 'table_one'"))
        .containsExactly("one_idx");
    assertThat(database.down(manifest, new DownRequest.Steps(1)).succeeded()).isTrue();
    assertThat(database.rows("SELECT indexname FROM pg_indexes WHERE tablename = 'table_one'"))
        .isEmpty();
    assertThat(database.journalRows())
        .containsExactly(
            id(1) + "|up|done|1|script", id(2) + "|up|done|2|script", id(2) + "|down|done|3|null");
  }

  @ParameterizedTest
  @EnumSource
  void aFailureOutsideATransactionIsRecordedAndTriedAgainAtItsStatement(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration broken =
        outside(
            id(2),
            "CREATE INDEX CONCURRENTLY one_idx ON table_one (id);\n"
                + "CREATE INDEX CONCURRENTLY two_idx ON table_one (nothing)",
            "DROP INDEX CONCURRENTLY one_idx");
    Manifest manifest = manifest(table(1), broken);

    Outcome outcome = database.deploy(manifest);
    Outcome again = database.deploy(manifest);

    assertThat(outcome.failure().orElseThrow().effect()).isEqualTo(Failure.Effect.PARTIAL);
    assertThat(again.failure().orElseThrow().line()).hasValue(2);
    assertThat(database.rows("SELECT version, success FROM flyway_schema_history ORDER BY 1"))
        .containsExactly("20261101000001|t", "20261101000002|f");
    database.execute("ALTER TABLE table_one ADD COLUMN nothing int");
    assertThat(database.deploy(manifest).succeeded()).isTrue();
    assertThat(database.rows("SELECT version, success FROM flyway_schema_history ORDER BY 1"))
        .containsExactly("20261101000001|t", "20261101000002|t");
  }

  @ParameterizedTest
  @EnumSource
  void aFailedMigrationThatWasEditedSinceIsSettledByAPerson(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    Manifest broken =
        manifest(
            table(1),
            outside(id(2), "CREATE INDEX CONCURRENTLY one_idx ON table_one (nothing)", "SELECT 1"));
    Manifest edited = manifest(table(1), INDEX);
    database.deploy(broken);

    assertThat(database.deploy(edited).plan().refusals())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("migration-failed");
              assertThat(r.whatToDo())
                  .contains("`mvn db:resolve -Ddb.id=" + id(2) + " -Ddb.as=not-applied`");
            });

    try (PostgresDatabase connected = database.connect()) {
      new Engine(edited, connected, Progress.NONE)
          .resolve(new ResolveRequest(id(2), ResolveRequest.As.NOT_APPLIED, true));
    }
    assertThat(database.deploy(edited).succeeded()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aFailedWayBackOutsideATransactionIsFinishedByTheNextDown(Server server)
      throws DatabaseException {
    TestDatabase database = server.database();
    DeclaredMigration broken =
        outside(
            id(2),
            "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
            "DROP INDEX CONCURRENTLY one_idx;\nALTER TYPE mood ADD VALUE 'glad'");
    Manifest manifest = manifest(table(1), broken);
    database.deploy(manifest);

    Outcome outcome = database.down(manifest, new DownRequest.Steps(1));

    assertThat(outcome.failure().orElseThrow().effect()).isEqualTo(Failure.Effect.PARTIAL);
    assertThat(database.deploy(manifest).plan().refusals())
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.whatToDo())
                    .isEqualTo("go on with `mvn db:down` first, which is safe"));
    database.execute("CREATE TYPE mood AS ENUM ('sad')");
    assertThat(database.down(manifest, new DownRequest.Steps(1)).succeeded()).isTrue();
    assertThat(database.rows("SELECT enum_range(NULL::mood)")).containsExactly("{sad,glad}");
  }
}
