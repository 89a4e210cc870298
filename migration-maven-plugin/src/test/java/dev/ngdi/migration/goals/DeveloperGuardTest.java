package dev.ngdi.migration.goals;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.settings.ChosenDatabase;
import dev.ngdi.migration.settings.Credentials;
import dev.ngdi.migration.settings.GoalException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeveloperGuardTest {
  private static final String NONE = "-";

  @ParameterizedTest
  @CsvSource(
      value = {
        // database                      destroys environment confirmed
        "localhost:5432/portal,           false, -,           -",
        "127.0.0.1/portal,                false, development, -",
        "[::1]:5432/portal,               false, -,           -",
        "db.example.org/portal,           false, -,           portal",
        "localhost:5432/portal,           true,  -,           portal",
        "db.example.org/livestock,        true,  staging,     livestock",
      })
  void letsADevelopersDatabasePass(
      String location, boolean destroys, String environment, String confirmed) {
    assertThatCode(() -> check(location, destroys, environment, confirmed))
        .doesNotThrowAnyException();
  }

  @Test
  void letsTheEmbeddedDatabasePass() {
    DeveloperGuard guard = new DeveloperGuard("db:reset", Optional.empty(), Optional.empty(), true);

    assertThatCode(
            () ->
                guard.check(
                    ChosenDatabase.embedded(
                        "jdbc:postgresql://localhost:54321/postgres", "postgres", ".db")))
        .doesNotThrowAnyException();
  }

  @Test
  void asksForTheNameBeforeAnythingIsDestroyed() {
    assertThatThrownBy(() -> check("localhost:5432/portal", true, NONE, NONE))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `db:reset` destroys everything in `jdbc:postgresql://localhost:5432/portal`, from DB_URL
            if that is meant, type it again with `-Ddb.confirm=portal`""");
    assertThatThrownBy(() -> check("localhost:5432/portal", true, NONE, "other"))
        .hasMessageEndingWith("type it again with `-Ddb.confirm=portal`");
  }

  @Test
  void asksForTheNameOfADatabaseOnAnotherMachine() {
    assertThatThrownBy(() -> check("localhost:5432,db.example.org/portal", false, NONE, NONE))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `db:reset` is for a developer's database, and not on this machine is \
            `jdbc:postgresql://localhost:5432,db.example.org/portal`, from DB_URL
            if that is meant, type it again with `-Ddb.confirm=portal`""");
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "db.prod.example.org/portal,    -,          db.prod.example.org",
        "localhost/portal_production,   -,          portal_production",
        "localhost/portal,              Production, Production",
        "live-db.example.org/portal,    -,          live-db.example.org",
      })
  void refusesWhatSoundsLikeProductionEvenIfItIsConfirmed(
      String location, String environment, String sign) {
    assertThatThrownBy(() -> check(location, false, environment, "portal"))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `db:reset` is for a developer's database, and `%s` sounds like production
            type `mvn db:deploy` to apply migrations to it"""
                .formatted(sign));
  }

  private static void check(String location, boolean destroys, String environment, String confirmed)
      throws GoalException {
    String url = "jdbc:postgresql://" + location;
    new DeveloperGuard("db:reset", given(environment), given(confirmed), destroys)
        .check(new ChosenDatabase(url, url, Credentials.NONE, Optional.empty(), "DB_URL", false));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(t -> !t.equals(NONE));
  }
}
