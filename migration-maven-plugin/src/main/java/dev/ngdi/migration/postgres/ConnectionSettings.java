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
 * @param lockWait how long to wait for another deployer, and for the locks of one migration, tries
 *     and pauses together
 * @param lockTimeout how long a statement that holds up traffic may wait for a lock at a time; zero
 *     for ever
 * @param statementTimeout how long such a statement may run; zero for ever
 */
public record ConnectionSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    Optional<String> schema,
    Duration lockWait,
    Duration lockTimeout,
    Duration statementTimeout) {

  /** How long locks are waited for in all unless somebody says otherwise. */
  public static final Duration LOCK_WAIT = Duration.ofMinutes(5);

  /** How long a lock is waited for at a time unless somebody says otherwise. */
  public static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);

  /** Settings with the defaults. */
  public static ConnectionSettings of(
      String url, Optional<String> user, Optional<String> password, Optional<String> schema) {
    return new ConnectionSettings(
        url, user, password, schema, LOCK_WAIT, LOCK_TIMEOUT, Duration.ZERO);
  }

  /** The limits of a statement that holds up traffic. */
  Limits limits() {
    return new Limits(lockTimeout, statementTimeout);
  }

  /** Without the URL and the password, which may be secrets. */
  @Override
  public String toString() {
    return "ConnectionSettings[user=" + user.orElse("") + ", schema=" + schema.orElse("") + "]";
  }
}
