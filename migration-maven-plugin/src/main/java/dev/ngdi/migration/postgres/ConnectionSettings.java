package dev.ngdi.migration.postgres;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is, and how it is to be treated.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with parameters of the driver or without
 * @param user the user; if empty, as the URL says, else as the driver does
 * @param password the password; if empty, as the URL says, else as the driver does
 * @param schema the schema that is migrated, as the catalogue has it; if empty, the connection's
 *     current one
 * @param lockWait how long to wait for another deployer
 * @param lockTimeout how long a statement of a migration may wait for a lock; zero for ever
 */
public record ConnectionSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    Optional<String> schema,
    Duration lockWait,
    Duration lockTimeout) {

  /** How long another deployer is waited for unless somebody says otherwise. */
  public static final Duration LOCK_WAIT = Duration.ofMinutes(5);

  /** Settings with the defaults. */
  public static ConnectionSettings of(
      String url, Optional<String> user, Optional<String> password, Optional<String> schema) {
    return new ConnectionSettings(url, user, password, schema, LOCK_WAIT, Duration.ZERO);
  }

  /** Without the URL and the password, which may be secrets. */
  @Override
  public String toString() {
    return "ConnectionSettings[user=" + user.orElse("") + ", schema=" + schema.orElse("") + "]";
  }
}
