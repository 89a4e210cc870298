package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.model.Manifest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Flyway Core takes a database over from us, and we from it, at any moment. */
class FlywayTest {
  private static final Manifest MANIFEST =
      manifest(
          table(1),
          outside(
              id(2),
              "CREATE INDEX CONCURRENTLY one_idx ON table_one (id)",
              "DROP INDEX CONCURRENTLY one_idx"),
          table(3));
  private static final Manifest LONGER =
      manifest(
          MANIFEST.migrations().get(0),
          MANIFEST.migrations().get(1),
          MANIFEST.migrations().get(2),
          table(4));

  @ParameterizedTest
  @EnumSource
  void flywayAcceptsWhatWasDeployed(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(MANIFEST);

    FlywayJudge judge = FlywayJudge.of(database, MANIFEST);

    judge.validate();
    assertThat(judge.info())
        .containsExactly(
            "20261101000001 Success", "20261101000002 Success", "20261101000003 Success");
    assertThat(judge.migrate()).isEmpty();
    assertThat(FlywayJudge.of(database, LONGER).migrate()).containsExactly("20261101000004");
  }

  @ParameterizedTest
  @EnumSource
  void flywayAcceptsWhatWasTakenBack(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.deploy(MANIFEST);
    database.down(MANIFEST, new DownRequest.To(id(1)));

    FlywayJudge judge = FlywayJudge.of(database, MANIFEST);

    assertThat(judge.info())
        .containsExactly(
            "20261101000001 Success",
            "20261101000002 Deleted",
            "20261101000003 Deleted",
            "20261101000002 Pending",
            "20261101000003 Pending");
    assertThat(judge.migrate()).containsExactly("20261101000002", "20261101000003");
    judge.validate();
    assertThat(database.tables()).containsExactly("table_one", "table_three");
  }

  @ParameterizedTest
  @EnumSource
  void flywayAcceptsEveryStageOfRepeatedCycles(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    FlywayJudge judge = FlywayJudge.of(database, MANIFEST);
    for (int cycle = 1; cycle <= 3; cycle++) {
      assertThat(database.deploy(MANIFEST).succeeded()).isTrue();
      judge.validate();
      assertThat(judge.migrate()).isEmpty();

      assertThat(database.down(MANIFEST, new DownRequest.Steps(cycle)).done()).hasSize(cycle);
      assertThat(judge.info().stream().filter(i -> i.endsWith("Pending"))).hasSize(cycle);
      FlywayJudge.of(database, applied(cycle)).validate();
    }
    assertThat(judge.migrate())
        .containsExactly("20261101000001", "20261101000002", "20261101000003");
    assertThat(database.status(MANIFEST))
        .extracting(MigrationStatus::state)
        .containsOnly(MigrationState.APPLIED);
  }

  private static Manifest applied(int takenBack) {
    return new Manifest(
        14, MANIFEST.migrations().subList(0, MANIFEST.migrations().size() - takenBack));
  }

  @ParameterizedTest
  @EnumSource
  void weContinueWhatFlywayDeployed(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    FlywayJudge.of(database, MANIFEST).migrate();

    assertThat(database.status(LONGER))
        .extracting(MigrationStatus::state)
        .containsExactly(
            MigrationState.APPLIED,
            MigrationState.APPLIED,
            MigrationState.APPLIED,
            MigrationState.PENDING);
    assertThat(database.deploy(LONGER).done()).extracting(Outcome.Done::id).containsExactly(id(4));
    assertThat(database.down(LONGER, new DownRequest.To(id(1))).done()).hasSize(3);
    assertThat(FlywayJudge.of(database, LONGER).migrate()).hasSize(3);
    FlywayJudge.of(database, LONGER).validate();
  }

  @ParameterizedTest
  @EnumSource
  void anEditIsSeenInWhatFlywayDeployed(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    FlywayJudge.of(database, manifest(table(1))).migrate();

    Manifest edited =
        manifest(migration(id(1), "CREATE TABLE table_one (id bigint)", "DROP TABLE table_one"));

    assertThat(database.status(edited))
        .extracting(MigrationStatus::state)
        .containsExactly(MigrationState.CHANGED);
  }

  @ParameterizedTest
  @EnumSource
  void theHistoryIsTheTableThatFlywayMakes(Server server) throws DatabaseException {
    TestDatabase ours = server.database();
    TestDatabase flyways = server.database();
    ours.deploy(manifest(table(1)));
    FlywayJudge.of(flyways, manifest(table(1))).migrate();
    String shape =
        "SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
            + " pg_get_expr(d.adbin, d.adrelid), (SELECT string_agg(pg_get_indexdef(indexrelid), ';'"
            + " ORDER BY indexrelid) FROM pg_index WHERE indrelid = a.attrelid) FROM pg_attribute a"
            + " LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE"
            + " a.attrelid = 'flyway_schema_history'::regclass AND a.attnum > 0 ORDER BY a.attnum";

    assertThat(ours.rows(shape)).hasSize(10).isEqualTo(flyways.rows(shape));
    assertThat(ours.historyRows()).isEqualTo(flyways.historyRows());
  }

  @ParameterizedTest
  @EnumSource
  void aBaselineIsFlyways(Server server) throws DatabaseException {
    TestDatabase database = server.database();
    database.execute("CREATE TABLE table_one (id int)");

    Outcome outcome =
        database.deploy(manifest(table(1), table(2)), DeployRequest.PLAIN.from(table(1).version()));

    assertThat(outcome.plan().refusals()).isEmpty();
    assertThat(database.rows("SELECT version, type FROM flyway_schema_history ORDER BY 1"))
        .containsExactly("20261101000001|BASELINE", "20261101000002|JDBC");
    FlywayJudge judge = FlywayJudge.of(database, manifest(table(1), table(2)));
    judge.validate();
    assertThat(judge.info()).contains("20261101000002 Success");
    assertThat(
            database
                .deploy(manifest(table(1), table(2)), DeployRequest.PLAIN.from(table(1).version()))
                .plan()
                .upToDate())
        .isTrue();
  }
}
