package dev.ngdi.migration.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs in, and what the driver, the user and the log get of them. */
final class PostgresUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      nullValues = "-",
      value = {
        "jdbc:postgresql://db:5432/portal              | jdbc:postgresql://db:5432/portal | -    | -",
        "jdbc:postgresql://db/portal?user=ann&password=s3cret | jdbc:postgresql://db/portal | ann | s3cret",
        "jdbc:postgresql:portal                        | jdbc:postgresql:portal           | -    | -",
        "jdbc:postgresql:/                             | jdbc:postgresql:                 | -    | -",
        "postgres://ann:s3cret@db:5432/portal          | jdbc:postgresql://db:5432/portal | ann  | s3cret",
        "postgresql://ann@db/portal                    | jdbc:postgresql://db/portal      | ann  | -",
        "postgres://a%40b:p%2Fw+%25@db/portal          | jdbc:postgresql://db/portal      | a@b  | p/w+%",
        "postgres://ann:s3cret@h1:5432,h2:5433/portal  | jdbc:postgresql://h1:5432,h2:5433/portal | ann | s3cret",
        "postgres://ann:s3@cret@db/portal              | jdbc:postgresql://db/portal      | ann  | s3@cret",
        "postgres://ann:s3cret@[::1]:5432/portal       | jdbc:postgresql://[::1]:5432/portal | ann | s3cret",
        "jdbc:postgresql://ann:s3cret@db/portal        | jdbc:postgresql://db/portal      | ann  | s3cret",
        "postgres://db                                 | jdbc:postgresql://db/            | -    | -",
      })
  void isTakenApart(String text, String location, String user, String password) throws Exception {
    PostgresUrl url = PostgresUrl.parse(text, "`DB_URL`");

    assertThat(url.location()).isEqualTo(location);
    assertThat(url.jdbc()).isEqualTo(location);
    assertThat(url.credentials())
        .isEqualTo(new Credentials(Optional.ofNullable(user), Optional.ofNullable(password)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://db/portal?sslmode=require&ApplicationName=ci | ?sslmode=require&ApplicationName=ci",
        "postgres://ann:pw@db/portal?sslmode=require&application_name=ci | ?sslmode=require&ApplicationName=ci",
        "postgres://db/portal?connect_timeout=5&channel_binding=require | ?connectTimeout=5&channelBinding=require",
        "postgres://db/portal?options=-c%20geqo%3Doff | ?options=-c+geqo%3Doff",
        "jdbc:postgresql://db/portal?user=ann&ssl | ?ssl",
      })
  void keepsTheDriversParametersUnderTheirNamesThere(String text, String parameters)
      throws Exception {
    assertThat(PostgresUrl.parse(text, "`DB_URL`").jdbc())
        .isEqualTo("jdbc:postgresql://db/portal" + parameters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ann:pw@db/portal?schema=catalogue",
        "jdbc:postgresql://db/portal?currentSchema=catalogue,public"
      })
  void takesTheSchemaOut(String text) throws Exception {
    PostgresUrl url = PostgresUrl.parse(text, "`DB_URL`");

    assertThat(url.schema()).contains("catalogue");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db/portal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://ann:s3cret@db/portal",
        "db.example.org/portal",
        "postgres://ann:s3/cret@db/portal",
        "postgres://ann:s3#cret@db/portal"
      })
  void refusesWhatItCannotReadWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> PostgresUrl.parse(text, "`DATABASE_URL`"))
        .isInstanceOf(GoalException.class)
        .hasMessage(
            """
            `DATABASE_URL` does not hold the URL of a PostgreSQL database
            write `jdbc:postgresql://host:5432/database` or `postgres://user@host:5432/database`; \
            in a user or a password `/`, `?` and `#` are written `%2F`, `%3F` and `%23`""");
  }

  @Test
  void printsNoPassword() throws Exception {
    assertThat(PostgresUrl.parse("postgres://ann:s3cret@db/portal", "`DB_URL`").toString())
        .doesNotContain("s3cret");
  }
}
