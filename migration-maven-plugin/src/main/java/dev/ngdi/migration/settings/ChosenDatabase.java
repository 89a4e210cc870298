package dev.ngdi.migration.settings;

import java.util.Optional;

/**
 * Which database, and who said so. Printing it shows no secret.
 *
 * @param url the JDBC URL, without user and password
 * @param location the URL as it may be shown: without any parameter
 * @param credentials as whom; without a user the driver takes the operating system's
 * @param schema the schema to migrate, if somebody names one
 * @param source who said so, in a word: {@code -Ddb.url}, {@code DB_URL} …
 * @param embedded whether it is the dev database that the plugin itself starts
 */
public record ChosenDatabase(
    String url,
    String location,
    Credentials credentials,
    Optional<String> schema,
    String source,
    boolean embedded) {

  /** The embedded dev database. */
  public static ChosenDatabase embedded(String url, String user, String directory) {
    return new ChosenDatabase(
        url,
        url.split("\\?", 2)[0],
        new Credentials(Optional.of(user), Optional.empty()),
        Optional.empty(),
        "the embedded dev database in " + directory,
        true);
  }

  /** The same with a schema. */
  public ChosenDatabase in(String schemaName) {
    return new ChosenDatabase(
        url, location, credentials, Optional.of(schemaName), source, embedded);
  }

  /** The user's name, or how the driver finds one. */
  public String user() {
    return credentials.user().orElse("the operating system's user");
  }

  /** The database's name as the URL has it; empty if the driver takes the user's. */
  public Optional<String> database() {
    int slash = location.lastIndexOf('/');
    return Settings.nonBlank(
        location.substring(slash < 0 ? location.lastIndexOf(':') + 1 : slash + 1));
  }

  /** The host or hosts with their ports; empty for the driver's default, this machine. */
  public Optional<String> host() {
    int start = location.indexOf("//");
    return start < 0
        ? Optional.empty()
        : Settings.nonBlank(location.substring(start + 2, location.lastIndexOf('/')));
  }

  /**
   * A text with the password blotted out, should a server or a driver have repeated it. One that is
   * a word of what is shown anyway, such as the database's name, is left.
   */
  public String withoutSecrets(String text) {
    return credentials
        .password()
        .filter(password -> !toString().contains(password))
        .map(password -> text.replace(password, "********"))
        .orElse(text);
  }

  @Override
  public String toString() {
    return "database %s%s, from %s, as %s"
        .formatted(location, schema.map(s -> ", schema " + s).orElse(""), source, user());
  }
}
