package dev.ngdi.migration.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses the database from all who may name one: the command line, then the environment, then the
 * POM. Whoever gives the URL is the source; a user or a password that is missing there is looked
 * for further on, but never in the variables of another tool.
 */
public final class ConnectionSources {
  private static final List<Variables> ENVIRONMENT =
      List.of(
          new Variables("DB_URL", "DB_USER", "DB_PASSWORD"),
          new Variables("DATABASE_URL", "", ""),
          new Variables(
              "SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD"),
          new Variables("FLYWAY_URL", "FLYWAY_USER", "FLYWAY_PASSWORD"));

  private ConnectionSources() {}

  /** The environment variables of one tool, or of one convention; empty where it has none. */
  private record Variables(String url, String user, String password) {
    Credentials credentials(Map<String, String> environment) {
      return new Credentials(get(environment, user), get(environment, password));
    }
  }

  /**
   * What the plugin's {@code <configuration>} says; blank where it says nothing.
   *
   * @param url a URL with or without user and password
   * @param user the role
   * @param password its password
   * @param serverId the id of a server in {@code settings.xml} that has user and password
   */
  public record Configured(String url, String user, String password, String serverId) {
    @Override
    public String toString() {
      return "url, user and password of the plugin's configuration";
    }
  }

  /** Finds the user and the decrypted password of a server in {@code settings.xml}. */
  @FunctionalInterface
  public interface Servers {
    /**
     * Finds a server.
     *
     * @throws GoalException if there is none of that id, or its password cannot be decrypted
     */
    Credentials find(String serverId) throws GoalException;
  }

  /**
   * Chooses.
   *
   * @param userProperties what {@code -D} says
   * @param environment the environment variables
   * @param configured what the POM says
   * @param servers the servers in {@code settings.xml}
   * @return the database, or empty if nobody names one
   * @throws GoalException if what is named is no URL of a PostgreSQL database, or the server is not
   *     there
   */
  public static Optional<ChosenDatabase> choose(
      Map<String, String> userProperties,
      Map<String, String> environment,
      Configured configured,
      Servers servers)
      throws GoalException {
    Optional<String> url = get(userProperties, "db.url");
    if (url.isPresent()) {
      return Optional.of(
          new Choice(userProperties, environment, configured, servers)
              .of("-Ddb.url", url.get(), Credentials.NONE));
    }
    for (Variables variables : ENVIRONMENT) {
      url = get(environment, variables.url());
      if (url.isPresent()) {
        return Optional.of(
            new Choice(userProperties, environment, configured, servers)
                .of(variables.url(), url.get(), variables.credentials(environment)));
      }
    }
    url = Settings.nonBlank(configured.url());
    return url.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Choice(userProperties, environment, configured, servers)
                .of("the plugin's <configuration>", url.get(), Credentials.NONE));
  }

  private static Optional<String> get(Map<String, String> from, String name) {
    return Settings.nonBlank(from.getOrDefault(name, ""));
  }

  /** The choice of user and password, once the URL is known. */
  private record Choice(
      Map<String, String> userProperties,
      Map<String, String> environment,
      Configured configured,
      Servers servers) {

    ChosenDatabase of(String source, String text, Credentials besideUrl) throws GoalException {
      PostgresUrl url = PostgresUrl.parse(text, "`" + source + "`");
      List<Credentials> inOrder =
          List.of(
              new Credentials(get(userProperties, "db.user"), get(userProperties, "db.password")),
              server(get(userProperties, "db.serverId")),
              url.credentials(),
              besideUrl,
              ENVIRONMENT.get(0).credentials(environment),
              server(Settings.nonBlank(configured.serverId())),
              new Credentials(
                  Settings.nonBlank(configured.user()), Settings.nonBlank(configured.password())));
      return new ChosenDatabase(
          url.jdbc(),
          url.location(),
          new Credentials(first(inOrder, Credentials::user), first(inOrder, Credentials::password)),
          url.schema(),
          source,
          false);
    }

    private Credentials server(Optional<String> id) throws GoalException {
      return id.isPresent() ? servers.find(id.get()) : Credentials.NONE;
    }

    private static Optional<String> first(
        List<Credentials> credentials, Function<Credentials, Optional<String>> part) {
      return credentials.stream().flatMap(c -> part.apply(c).stream()).findFirst();
    }
  }
}
