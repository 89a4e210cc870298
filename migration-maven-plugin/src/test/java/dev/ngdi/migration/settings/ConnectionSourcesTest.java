package dev.ngdi.migration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.settings.ConnectionSources.Configured;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who wins; each row says what is set, and what comes of it. */
final class ConnectionSourcesTest {
  private static final Configured NOTHING = new Configured("", "", "", "");
  private static final String PG = "jdbc:postgresql://";

  @ParameterizedTest(name = "{0} + {1} + {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // command line                      | environment                         | POM           |
        // host  | source                     | user  | password
        "db.url=cli,db.user=u,db.password=p  | DB_URL=env                          | pom,pu,pp     | cli   | -Ddb.url                   | u     | p",
        "-                                   | DB_URL=env,DB_USER=eu,DB_PASSWORD=ep | pom,pu,pp    | env   | DB_URL                     | eu    | ep",
        "-                                   | -                                   | pom,pu,pp     | pom   | the plugin's <configuration> | pu  | pp",
        "-                                   | DB_URL=env,DATABASE_URL=heroku      | -             | env   | DB_URL                     | -     | -",
        "-                                   | DATABASE_URL=heroku,SPRING_DATASOURCE_URL=boot | -  | heroku | DATABASE_URL              | -     | -",
        "-                                   | SPRING_DATASOURCE_URL=boot,SPRING_DATASOURCE_USERNAME=su,SPRING_DATASOURCE_PASSWORD=sp | - | boot | SPRING_DATASOURCE_URL | su | sp",
        "-                                   | FLYWAY_URL=fly,FLYWAY_USER=fu,FLYWAY_PASSWORD=fp | - | fly  | FLYWAY_URL                 | fu    | fp",
        // the password of another place, but not of another tool
        "db.url=cli,db.user=u                | DB_PASSWORD=ep                      | -             | cli   | -Ddb.url                   | u     | ep",
        "db.url=cli                          | FLYWAY_USER=fu,FLYWAY_PASSWORD=fp   | -             | cli   | -Ddb.url                   | -     | -",
        "-                                   | DB_PASSWORD=ep                      | pom,pu,-      | pom   | the plugin's <configuration> | pu  | ep",
        "db.password=p                       | DB_URL=env,DB_USER=eu,DB_PASSWORD=ep | -            | env   | DB_URL                     | eu    | p",
        // blank is not set
        "db.url=                             | DB_URL=env                          | -             | env   | DB_URL                     | -     | -",
      })
  void choosesTheFirstThatIsSet(
      String typed,
      String environment,
      String pom,
      String host,
      String source,
      String user,
      String password)
      throws Exception {
    ChosenDatabase chosen =
        ConnectionSources.choose(
                values(typed), values(environment), configured(pom), id -> Credentials.NONE)
            .orElseThrow();

    assertThat(chosen)
        .isEqualTo(
            new ChosenDatabase(
                PG + host + "/portal",
                PG + host + "/portal",
                new Credentials(Optional.ofNullable(user), Optional.ofNullable(password)),
                Optional.empty(),
                source,
                false));
  }

  @Test
  void choosesNothingWhereNothingIsSet() throws Exception {
    assertThat(
            ConnectionSources.choose(
                Map.of("db.user", "ann"),
                Map.of("DB_PASSWORD", "s3cret"),
                NOTHING,
                id -> Credentials.NONE))
        .isEmpty();
  }

  @Test
  void takesTheCredentialsOfAServerThatTheCommandLineNamesBeforeThoseInTheUrl() throws Exception {
    Optional<ChosenDatabase> chosen =
        ConnectionSources.choose(
            Map.of("db.serverId", "production"),
            Map.of("DATABASE_URL", "postgres://ann:s3cret@db/portal"),
            NOTHING,
            id -> new Credentials(Optional.of(id + "-user"), Optional.of("decrypted")));

    assertThat(chosen.orElseThrow().credentials())
        .isEqualTo(new Credentials(Optional.of("production-user"), Optional.of("decrypted")));
  }

  @Test
  void takesTheCredentialsOfAServerThatThePomNamesBeforeItsOwn() throws Exception {
    Optional<ChosenDatabase> chosen =
        ConnectionSources.choose(
            Map.of(),
            Map.of(),
            new Configured(PG + "db/portal", "pom-user", "", "portal"),
            id -> new Credentials(Optional.of(id + "-user"), Optional.empty()));

    assertThat(chosen.orElseThrow().credentials().user()).contains("portal-user");
  }

  @Test
  void passesOnThatTheServerIsNotThere() {
    assertThatThrownBy(
            () ->
                ConnectionSources.choose(
                    Map.of("db.url", PG + "db/portal", "db.serverId", "nobody"),
                    Map.of(),
                    NOTHING,
                    id -> {
                      throw new GoalException("no server " + id);
                    }))
        .hasMessage("no server nobody");
  }

  @Test
  void namesTheSourceOfAUrlThatIsNone() {
    assertThatThrownBy(
            () ->
                ConnectionSources.choose(
                    Map.of(), Map.of("DB_URL", "portal"), NOTHING, id -> Credentials.NONE))
        .hasMessageStartingWith("`DB_URL` does not hold the URL of a PostgreSQL database\n");
  }

  @Test
  void showsNoPassword() throws Exception {
    ChosenDatabase chosen =
        ConnectionSources.choose(
                Map.of(),
                Map.of("DATABASE_URL", "postgres://ann:s3cret@db:5432/portal?sslpassword=other"),
                NOTHING,
                id -> Credentials.NONE)
            .orElseThrow();

    assertThat(chosen)
        .hasToString("database jdbc:postgresql://db:5432/portal, from DATABASE_URL, as ann");
    assertThat(chosen.credentials()).hasToString("ann with a password");
    assertThat(chosen.withoutSecrets("FATAL: s3cret is wrong"))
        .isEqualTo("FATAL: ******** is wrong");
  }

  @Test
  void leavesAPasswordThatIsAWordOfWhatIsShownAnyway() throws Exception {
    ChosenDatabase chosen =
        ConnectionSources.choose(
                Map.of(),
                Map.of("DB_URL", "postgres://portal:portal@db/portal"),
                NOTHING,
                id -> Credentials.NONE)
            .orElseThrow();

    assertThat(chosen.withoutSecrets("no database portal")).isEqualTo("no database portal");
  }

  private static Map<String, String> values(String text) {
    return text == null
        ? Map.of()
        : Arrays.stream(text.strip().split(",", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> url(p[0], p[1])));
  }

  private static String url(String name, String value) {
    boolean isUrl = name.toLowerCase(Locale.ROOT).endsWith("url");
    return isUrl && !value.isEmpty() ? PG + value + "/portal" : value;
  }

  private static Configured configured(String text) {
    if (text == null) {
      return NOTHING;
    }
    String[] parts = text.strip().split(",", -1);
    return new Configured(
        PG + parts[0] + "/portal", parts[1], parts[2].equals("-") ? "" : parts[2], "");
  }
}
