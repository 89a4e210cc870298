package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Refusal;
import java.util.Optional;

/**
 * What a connection reached, as the server says.
 *
 * @param host the host that answered, as the URL has it
 * @param port the port
 * @param database the database's name
 * @param cluster the number that its cluster was given when it was made, which a standby shares and
 *     a dump does not ({@code system_identifier} of {@code pg_control_system()}); empty if the user
 *     may not see it
 * @param schema the schema that is migrated
 * @param user the user
 * @param version the server's version, such as {@code 15.19}
 */
public record Target(
    String host,
    int port,
    String database,
    Optional<String> cluster,
    String schema,
    String user,
    String version) {

  /** Which database it is, wherever it is reached: {@code name@number}, or its name alone. */
  public String identity() {
    return database + cluster.map(number -> "@" + number).orElse("");
  }

  /**
   * Why it is not the database that is meant.
   *
   * @param wanted its name, or {@code name@number}
   * @return empty if it is
   */
  public Optional<Refusal> refusedAs(String wanted) {
    if (wanted.equals(identity()) || wanted.equals(database)) {
      return Optional.empty();
    }
    if (cluster.isEmpty() && wanted.startsWith(database + "@")) {
      return Optional.of(
          Refusal.of(
              "identity-hidden",
              "`db.identity` is `%s`, and `%s` may not see the number of this cluster"
                  .formatted(wanted, user),
              "`GRANT EXECUTE ON FUNCTION pg_control_system() TO %s`, or name only the database"
                  .formatted(Session.quote(user))));
    }
    return Optional.of(
        Refusal.of(
            "identity-other",
            "`db.identity` is `%s`, and this database is `%s`".formatted(wanted, identity()),
            "correct the URL, or `db.identity` if this is the database that is meant"));
  }
}
