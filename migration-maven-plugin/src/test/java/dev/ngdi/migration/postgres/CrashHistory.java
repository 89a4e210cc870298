package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.model.Manifest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Migrations of every sort that crashes are tried on, and what must be true of them after one. */
final class CrashHistory {
  static final Manifest MANIFEST =
      manifest(
          table(1),
          migration(
              id(2),
              "CREATE TABLE table_two (id int);\n"
                  + "INSERT INTO table_two SELECT generate_series(1, 1000)",
              "DROP TABLE table_two"),
          outside(
              id(3),
              "CREATE INDEX CONCURRENTLY two_idx ON table_two (id)",
              "DROP INDEX CONCURRENTLY two_idx"),
          code(4),
          outside(
              id(5),
              "CREATE INDEX CONCURRENTLY one_idx ON table_one (id);\n"
                  + "CREATE INDEX CONCURRENTLY one_two_idx ON table_one (id) WHERE id > 2",
              "DROP INDEX CONCURRENTLY one_two_idx;\nDROP INDEX CONCURRENTLY one_idx"),
          table(6));

  static final MigrationCodes CODES = m -> new Filling();

  private static final String NO_TABLE = "42P01";

  /** What shows that a migration is in the database, whole. */
  private static final Map<String, String> PROOFS =
      Map.of(
          id(1),
          "SELECT to_regclass('table_one') IS NOT NULL",
          id(2),
          "SELECT count(*) = 1000 FROM table_two",
          id(3),
          valid("two_idx"),
          id(4),
          "SELECT count(*) = 3 FROM table_one",
          id(5),
          valid("one_idx") + " AND (" + valid("one_two_idx") + ")",
          id(6),
          "SELECT to_regclass('table_six') IS NOT NULL");

  private CrashHistory() {}

  private static String valid(String index) {
    return "SELECT EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('"
        + index
        + "') AND indisvalid)";
  }

  /** Fills a table, one row after the other. */
  private static final class Filling implements MigrationCode {
    @Override
    public void up(MigrationContext context) throws SQLException {
      try (Statement statement = context.connection().createStatement()) {
        for (int i = 1; i <= 3; i++) {
          statement.execute("INSERT INTO table_one VALUES (" + i + ")");
        }
      }
    }
  }

  /**
   * What must be true after any crash: what history and journal say is there, is there, and
   * whatever is there they say, or say that they do not know.
   */
  static void assertTruthful(TestDatabase database, String when) throws DatabaseException {
    Set<String> there = whatIsThere(database);
    List<String> ended = ended(database);
    for (MigrationStatus status : database.status(MANIFEST)) {
      if (status.state() == MigrationState.APPLIED) {
        assertThat(there).as("%s: what is recorded as applied", when).contains(status.id());
        assertThat(ended).as("%s: what the journal has the end of", when).contains(status.id());
      } else if (status.state() == MigrationState.PENDING) {
        assertThat(there).as("%s: what is pending", when).doesNotContain(status.id());
      } else {
        assertThat(status.state())
            .as("%s: %s", when, status.id())
            .isIn(MigrationState.UNKNOWN, MigrationState.FAILED);
      }
    }
  }

  /** Types what the operator types: the deploy again, once. */
  static void rerun(TestDatabase database, String when) throws DatabaseException {
    try (PostgresDatabase connected =
        database.connect(database.waiting(Duration.ofSeconds(60)), CODES)) {
      Outcome outcome = new Engine(MANIFEST, connected, Progress.NONE).deploy(DeployRequest.PLAIN);
      assertThat(outcome.plan().refusals()).as(when).isEmpty();
      assertThat(outcome.failure()).as(when).isEmpty();
    }
  }

  /** The result of a run without a fault. */
  static void assertComplete(TestDatabase database, String when) throws DatabaseException {
    assertThat(database.status(MANIFEST))
        .as(when)
        .extracting(MigrationStatus::state)
        .containsOnly(MigrationState.APPLIED);
    assertThat(whatIsThere(database)).as(when).isEqualTo(PROOFS.keySet());
    assertThat(
            database.rows(
                "SELECT version, success FROM flyway_schema_history ORDER BY installed_rank"))
        .as("%s: each once, in order, and nothing that failed", when)
        .containsExactlyElementsOf(
            MANIFEST.migrations().stream().map(m -> m.version() + "|t").toList());
    assertThat(database.rows("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
        .as("%s: no invalid index is left", when)
        .containsExactly("0");
  }

  private static Set<String> whatIsThere(TestDatabase database) {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      Set<String> there = new HashSet<>();
      for (Map.Entry<String, String> proof : PROOFS.entrySet()) {
        if (rows(statement, proof.getValue()).equals(List.of("t"))) {
          there.add(proof.getKey());
        }
      }
      return there;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> ended(TestDatabase database) {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      return rows(statement, "SELECT id FROM migration_journal WHERE outcome = 'done'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** None if there is no such table yet. */
  private static List<String> rows(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    } catch (SQLException e) {
      if (NO_TABLE.equals(e.getSQLState())) {
        return List.of();
      }
      throw e;
    }
  }
}
