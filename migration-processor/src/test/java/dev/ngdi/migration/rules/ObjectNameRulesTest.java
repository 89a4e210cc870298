package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.MigrationPolicy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables and columns are called, and what the database says of them. */
class ObjectNameRulesTest {
  private static final String EARLIER =
      """
      CREATE TABLE service (id bigint PRIMARY KEY, code text NOT NULL UNIQUE);
      CREATE SCHEMA geo;
      CREATE TABLE geo.layer (id bigint PRIMARY KEY);
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TABLE       | [a-z_]+                  | CREATE TABLE "Job" (id int)                                    | Job
          TABLE       | [a-z_]+                  | ALTER TABLE service RENAME TO "Service"                        | Service
          TABLE       | [a-z_]+                  | CREATE TABLE job (id int)                                      |
          TABLE       | [a-z_]+                  | ALTER TABLE service ADD COLUMN "A" int                         |
          TABLE       | [a-z_]+                  | CREATE TEMPORARY TABLE "Job" (id int)                          |
          VIEW        | v_.*                     | CREATE VIEW codes AS SELECT code FROM service                  | codes
          COLUMN      | [a-z_]+                  | ALTER TABLE service ADD COLUMN "createdAt" date                | createdAt
          COLUMN      | [a-z_]+                  | ALTER TABLE service RENAME COLUMN code TO "Code"               | Code
          COLUMN      | [a-z_]+                  | CREATE TABLE job (id int, "createdAt" date)                    | createdAt
          INDEX       | {table}_{columns}_idx    | CREATE INDEX service_code ON service (code)                    | service_code
          INDEX       | {table}_{columns}_idx    | CREATE INDEX ON service (code, id)                             |
          INDEX       | {table}_{columns}_idx    | ALTER TABLE service ADD CONSTRAINT u UNIQUE (id, code)         |
          UNIQUE      | {table}_{columns}_unique | ALTER TABLE service ADD UNIQUE (id, code)                      | service_id_code_key
          PRIMARY_KEY | pk_{table}               | CREATE TABLE job (id int CONSTRAINT pk_job PRIMARY KEY)        |
          PRIMARY_KEY | pk_{table}               | CREATE TABLE job (id int PRIMARY KEY)                          | job_pkey
          FOREIGN_KEY | fk_{table}_.*            | CREATE TABLE job (service_id bigint REFERENCES service)        | job_service_id_fkey
          CHECK       | ck_.*                    | ALTER TABLE service ADD CHECK (code <> '') NOT VALID           | service_code_check
          TYPE        | .*_type                  | CREATE TYPE mood AS ENUM ('good')                              | mood
          ROUTINE     | .*                       | CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'     |
          """)
  void namesOfNewObjects(NamePattern.Kind kind, String pattern, String up, String name) {
    assertThat(named(new NamePattern(kind, pattern), up).stream().map(Finding::problem))
        .isEqualTo(
            name == null
                ? List.of()
                : List.of(
                    "the %s `%s` is not named as the policy says: `%s`"
                        .formatted(kind.words(), name, pattern)));
  }

  @Test
  void theKindsAreThoseOfTheAnnotation() {
    assertThat(Stream.of(NamePattern.Kind.values()).map(Enum::name))
        .containsExactly(
            Stream.of(MigrationPolicy.NamedKind.values()).map(Enum::name).toArray(String[]::new));
  }

  @Test
  void theOnlyNameIsProposed() {
    assertThat(
            named(
                new NamePattern(NamePattern.Kind.INDEX, "{table}_{columns}_idx"),
                "CREATE INDEX i ON service (code, id)"))
        .extracting(Finding::instead)
        .containsExactly("service_code_id_idx");
  }

  @Test
  void aTableThatIsOnlyUsedHasItsName() {
    Policy policy = policy(new NamePattern(NamePattern.Kind.TABLE, "[a-z]+"));
    TestSubject subject = TestSubject.GOOD.under(policy);

    assertThat(subject.withUp("ALTER TABLE \"Old\" ADD COLUMN a int").problems("object-naming"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa (id int)",
        "COMMENT ON TABLE service IS"
            + " 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'",
        "CREATE INDEX ON service (code, id) --"
            + " aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      })
  void namesThatFit(String up) {
    assertThat(check("identifier-too-long", up)).isEmpty();
  }

  @Test
  void aNameIsCutByBytesAndNotWithinALetter() {
    String name = "a".repeat(62) + "ä";

    assertThat(check("identifier-too-long", "CREATE TABLE \"" + name + "\" (id int)"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.problem()).startsWith("PostgreSQL keeps 62 of the 64 bytes");
              assertThat(finding.instead()).isEqualTo("a".repeat(62));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reserved-word-name     | CREATE TABLE "user" (id int)                                             | 1
          reserved-word-name     | ALTER TABLE service RENAME COLUMN code TO "end"                          | 1
          reserved-word-name     | CREATE TABLE job (name text, status text, value text, timestamp text)    | 0
          reserved-word-name     | CREATE TABLE "Order" (id int)                                            | 0
          missing-comment        | CREATE TABLE job (id int)                                                | 1
          missing-comment        | CREATE TABLE job (id int); COMMENT ON TABLE job IS 'a'                   | 0
          missing-comment        | CREATE TABLE job (id int); COMMENT ON TABLE job IS NULL                  | 1
          missing-comment        | CREATE TABLE job (id int); DROP TABLE job                                | 0
          missing-comment        | ALTER TABLE service RENAME TO services                                   | 0
          missing-comment        | CREATE TEMPORARY TABLE job (id int)                                      | 0
          unqualified-table-name | ALTER TABLE service ADD COLUMN a int; UPDATE service SET a = 1           | 1
          unqualified-table-name | ALTER TABLE geo.layer ADD COLUMN a int                                   | 0
          unqualified-table-name | CREATE TEMPORARY TABLE job (id int); INSERT INTO job VALUES (1)          | 0
          natural-primary-key    | CREATE TABLE job (code text PRIMARY KEY)                                 | 1
          natural-primary-key    | CREATE TABLE job (id uuid PRIMARY KEY)                                   | 0
          natural-primary-key    | CREATE TABLE job (code text PRIMARY KEY REFERENCES service (code))       | 0
          natural-primary-key    | CREATE TABLE job (id int, d date, PRIMARY KEY (id, d)) PARTITION BY RANGE (d) | 0
          """)
  void whatAPolicyMayAskFor(String rule, String up, int findings) {
    assertThat(check(rule, up)).hasSize(findings);
  }

  @Test
  void aTableIsQualifiedWithTheSchemaThatItIsFoundIn() {
    assertThat(
            check(
                "unqualified-table-name",
                "SET LOCAL search_path = geo; ALTER TABLE layer ADD COLUMN a int"))
        .extracting(Finding::instead)
        .containsExactly("geo.layer");
  }

  private static List<Finding> named(NamePattern pattern, String up) {
    TestSubject subject = TestSubject.GOOD.under(policy(pattern)).withUp(up);
    return Rules.find("object-naming").orElseThrow().check(subject.after(EARLIER));
  }

  private static Policy policy(NamePattern pattern) {
    return new Policy(14, "", Set.of(), Map.of(), List.of(pattern));
  }

  private static List<Finding> check(String rule, String up) {
    return Rules.find(rule).orElseThrow().check(TestSubject.GOOD.withUp(up).after(EARLIER));
  }
}
