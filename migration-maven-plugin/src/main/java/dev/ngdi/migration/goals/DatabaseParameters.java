package dev.ngdi.migration.goals;

import dev.ngdi.migration.settings.ConnectionSources.Configured;
import dev.ngdi.migration.settings.GoalException;
import dev.ngdi.migration.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the parameters say of the database.
 *
 * @param configured the connection that the POM configures
 * @param schema the schema to migrate
 * @param identity which database it must be, {@code name} or {@code name@number}
 * @param embeddedTyped what {@code -Ddb.embedded} says on the command line
 * @param embeddedConfigured what the POM says of {@code db.embedded}
 * @param lockWait how long to wait for another deployer, another goal, or the locks of a migration
 * @param lockTimeout how long a statement may wait for a lock at a time
 * @param statementTimeout how long a statement that holds up traffic may run
 */
record DatabaseParameters(
    Configured configured,
    Optional<String> schema,
    Optional<String> identity,
    Optional<Boolean> embeddedTyped,
    Optional<Boolean> embeddedConfigured,
    Optional<Duration> lockWait,
    Optional<Duration> lockTimeout,
    Optional<Duration> statementTimeout) {

  /** Reads them; blank is not set. */
  static DatabaseParameters read(
      Settings settings,
      Configured configured,
      String schema,
      String identity,
      String embedded,
      String lockWait,
      String lockTimeout,
      String statementTimeout)
      throws GoalException {
    return new DatabaseParameters(
        configured,
        settings.text("db.schema", schema),
        settings.text("db.identity", identity),
        settings.choice("db.embedded", ""),
        new Settings(Map.of()).choice("db.embedded", embedded),
        settings.number("db.lockWait", lockWait, 0).map(Duration::ofSeconds),
        settings.number("db.lockTimeout", lockTimeout, 0).map(Duration::ofSeconds),
        settings.number("db.statementTimeout", statementTimeout, 0).map(Duration::ofSeconds));
  }
}
