package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.rules.Subject.TransactionMode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enums and domains. */
class TypeRulesTest {
  private static final String TYPES =
      """
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE person (id int, m mood DEFAULT 'sad', note text);
      CREATE TABLE other (note text);
      CREATE DOMAIN used AS int;
      ALTER DOMAIN used ADD CONSTRAINT old CHECK (value > 0) NOT VALID;
      CREATE DOMAIN unused AS int;
      CREATE TABLE uses (a used);
      """;

  private static final String ADD = "ALTER TYPE mood ADD VALUE 'happy'; ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE person ALTER COLUMN m SET DEFAULT 'happy'
          INSERT INTO person VALUES (1, 'happy')
          UPDATE person SET m = 'happy' WHERE id = 1
          SELECT 'happy'::mood
          CREATE TABLE zz (m mood DEFAULT 'happy')
          CREATE INDEX person_happy ON person (id) WHERE m = 'happy'
          """)
  void aNewValueIsUsed(String use) {
    assertThat(
            TestSubject.GOOD
                .withUp(ADD + use)
                .problemsAfter(TYPES, "enum-value-used-in-same-transaction"))
        .containsExactly(
            "PostgreSQL refuses `'happy'` until the transaction that adds it to `mood` is over");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INSERT INTO other VALUES ('happy')
          UPDATE person SET note = 'happy' WHERE id = 1
          UPDATE person SET m = 'sad' WHERE id = 1
          ALTER TYPE mood ADD VALUE 'glad' AFTER 'happy'
          COMMENT ON TYPE mood IS 'happy'
          CREATE TABLE zz (m mood DEFAULT 'sad')
          """)
  void aNewValueIsNotUsed(String other) {
    assertThat(
            TestSubject.GOOD
                .withUp(ADD + other)
                .problemsAfter(TYPES, "enum-value-used-in-same-transaction"))
        .isEmpty();
  }

  @Test
  void aNewValueOfANewTypeIsFreeFrom17On() {
    TestSubject subject =
        TestSubject.GOOD.withUp(
            "CREATE TYPE kind AS ENUM ('a'); ALTER TYPE kind ADD VALUE 'b'; SELECT 'b'::kind");
    String rule = "enum-value-used-in-same-transaction";

    assertThat(subject.problems(rule)).hasSize(1);
    assertThat(subject.under(new Policy(16, "", Set.of(), Map.of())).problems(rule)).hasSize(1);
    assertThat(subject.under(new Policy(17, "", Set.of(), Map.of())).problems(rule)).isEmpty();
  }

  @Test
  void outsideOfATransactionAValueMayBeUsedAtOnce() {
    assertThat(
            TestSubject.GOOD
                .withUp(ADD + "SELECT 'happy'::mood")
                .withTransaction(TransactionMode.NONE)
                .problemsAfter(TYPES, "enum-value-used-in-same-transaction"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UPDATE person SET m = 'sad' WHERE m = 'happy' | 1
          SELECT 1                                      | 0
          ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE person ALTER COLUMN m DROP DEFAULT, ALTER COLUMN m TYPE mood USING m::text::mood, ALTER COLUMN m SET DEFAULT 'sad'; DROP TYPE mood_old | 0
          """)
  void theWayBackTakesTheValueAwayOrNot(String down, int found) {
    assertThat(
            TestSubject.GOOD
                .withUp(ADD)
                .withDown(down)
                .problemsAfter(TYPES, "enum-add-not-reversible"))
        .hasSize(found);
  }

  @Test
  void aValueOfATypeThatNothingIsKnownOfStaysToo() {
    TestSubject unknown = TestSubject.GOOD.withUp(ADD);

    assertThat(
            unknown.withDown("DELETE FROM t WHERE m = 'happy'").problems("enum-add-not-reversible"))
        .hasSize(1);
    assertThat(
            unknown
                .withDown("DROP TYPE mood; CREATE TYPE mood AS ENUM ('sad')")
                .problems("enum-add-not-reversible"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER DOMAIN used ADD CHECK (value < 9)                | `ADD CONSTRAINT` of the domain `used` reads `uses` while nobody can write there
          ALTER DOMAIN used SET NOT NULL                         | `SET NOT NULL` of the domain `used` reads `uses` while nobody can write there
          ALTER DOMAIN used VALIDATE CONSTRAINT old              | `VALIDATE CONSTRAINT` of the domain `used` reads `uses` while nobody can write there
          """)
  void aDomainReadsItsTables(String up, String problem) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TYPES, "domain-constraint"))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER DOMAIN used ADD CHECK (value < 9) NOT VALID
          ALTER DOMAIN used DROP CONSTRAINT old
          ALTER DOMAIN used SET DEFAULT 1
          ALTER DOMAIN unused SET NOT NULL
          CREATE DOMAIN fresh AS int CHECK (value > 0)
          CREATE TABLE n (a unused); ALTER DOMAIN unused SET NOT NULL
          """)
  void aDomainReadsNothing(String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TYPES, "domain-constraint")).isEmpty();
  }
}
