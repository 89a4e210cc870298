package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.StatementSpan;

/** Runs whose server process is ended before a statement. */
final class Killed {
  private Killed() {}

  /** Ends the deployer's session when it comes to a statement, counted from 1. */
  static Outcome deployAt(TestDatabase database, Manifest manifest, String summary, int occurrence)
      throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest, connected, killer(database, summary, occurrence))
          .deploy(DeployRequest.PLAIN);
    }
  }

  /** The same while the newest migration is taken back. */
  static Outcome downAt(TestDatabase database, Manifest manifest, String summary, int occurrence)
      throws DatabaseException {
    try (PostgresDatabase connected = database.connect()) {
      return new Engine(manifest, connected, killer(database, summary, occurrence))
          .down(new DownRequest.Steps(1));
    }
  }

  private static Progress killer(TestDatabase database, String summary, int occurrence) {
    return new Progress() {
      private int seen;

      @Override
      public void statement(Step step, StatementSpan statement) {
        if (statement.summary().startsWith(summary) && ++seen == occurrence) {
          terminate(database);
        }
      }
    };
  }

  /** Ends the deployer's session now. */
  static void terminate(TestDatabase database) {
    database.rows(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname ="
            + " current_database() AND application_name = '"
            + Connector.APPLICATION
            + "'");
  }
}
