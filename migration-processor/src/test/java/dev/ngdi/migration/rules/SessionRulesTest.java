package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.rules.Subject.TransactionMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a migration locks, how long it keeps that, and what it leaves on the session. */
class SessionRulesTest {
  private static final Pattern SCRIPT = Pattern.compile("(?s)= \"{3}\n(.*?)\"{3}");
  private static final String EARLIER =
      """
      CREATE TABLE app_user (id bigint PRIMARY KEY, email text);
      CREATE TABLE dataset (id bigint PRIMARY KEY, owner_id bigint, title text);
      CREATE TABLE log (id bigint, day date) PARTITION BY RANGE (day);
      CREATE TABLE log_2026 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
      ALTER TABLE dataset ADD CONSTRAINT title_check CHECK (title <> '') NOT VALID;
      CREATE MATERIALIZED VIEW per_owner AS SELECT owner_id, count(*) FROM dataset GROUP BY 1;
      CREATE UNIQUE INDEX per_owner_key ON per_owner (owner_id);
      CREATE VIEW titles AS SELECT title FROM dataset;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset VALIDATE CONSTRAINT title_check | reads all rows of `dataset`
          ALTER TABLE app_user ADD COLUMN a int; REFRESH MATERIALIZED VIEW CONCURRENTLY per_owner                 | reads all rows of `per_owner`
          ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE copy AS SELECT * FROM dataset          | copies from `dataset`
          ALTER TABLE app_user ADD COLUMN a int; CREATE MATERIALIZED VIEW m AS SELECT * FROM titles  | copies from
          """)
  void longWorkWhileATableIsLocked(String up, String work) {
    assertThat(problems("statement-after-access-exclusive", up))
        .singleElement()
        .asString()
        .startsWith("nobody can read or write `app_user` while ")
        .contains(work);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE dataset VALIDATE CONSTRAINT title_check; ALTER TABLE app_user ADD COLUMN a"
            + " int",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE app_user ALTER COLUMN a SET DEFAULT 1",
        "ALTER TABLE app_user ADD COLUMN a int; COMMENT ON COLUMN app_user.a IS 'a'",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE n (id int); CREATE INDEX i ON n (id)",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE n (LIKE dataset INCLUDING ALL)",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE n AS SELECT * FROM dataset WITH NO"
            + " DATA",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE VIEW v AS SELECT * FROM dataset",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE app_user ADD CHECK (a > 0) NOT VALID",
        "CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN b int; REFRESH MATERIALIZED VIEW"
            + " per_owner",
        // a rule of its own says more
        "ALTER TABLE app_user ADD COLUMN a int; CREATE INDEX i ON dataset (title)",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset ALTER COLUMN title SET NOT"
            + " NULL",
        // changed rows are for the rules on data
        "ALTER TABLE app_user ADD COLUMN a int; UPDATE app_user SET a = 1",
      })
  void workThatIsShortOrReportedElsewhere(String up) {
    assertThat(problems("statement-after-access-exclusive", up)).isEmpty();
  }

  @Test
  void outsideATransactionALockEndsWithItsStatement() {
    TestSubject subject =
        TestSubject.GOOD
            .withUp(
                "ALTER TABLE app_user ADD COLUMN a int; REFRESH MATERIALIZED VIEW CONCURRENTLY"
                    + " per_owner")
            .withTransaction(TransactionMode.NONE);

    assertThat(check("statement-after-access-exclusive", subject)).isEmpty();
    assertThat(check("non-transactional-multi-statement", subject)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset ADD COLUMN b int",
        "ALTER TABLE dataset ADD COLUMN b int; TRUNCATE app_user",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset DISABLE TRIGGER ALL",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE app_user ADD COLUMN b int;"
            + " ALTER TABLE log ADD COLUMN c int",
      })
  void twoTablesLocked(String up) {
    assertThat(problems("wide-lock-window", up)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE dataset ADD FOREIGN KEY (owner_id) REFERENCES app_user NOT VALID",
        "ALTER TABLE dataset ADD FOREIGN KEY (owner_id) REFERENCES app_user NOT VALID;"
            + " ALTER TABLE dataset ADD COLUMN a int",
        "ALTER TABLE log ADD COLUMN a int; ALTER TABLE log_2026 ALTER COLUMN a SET DEFAULT 1",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE n (id int); DROP TABLE n",
        "CREATE TABLE n (a bigint REFERENCES app_user, b bigint REFERENCES dataset)",
        "CREATE TABLE n (a bigint REFERENCES app_user); CREATE TABLE m (a bigint REFERENCES"
            + " dataset)",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE OR REPLACE VIEW titles AS SELECT title FROM"
            + " dataset",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset VALIDATE CONSTRAINT"
            + " title_check",
        "UPDATE app_user SET email = ''; ALTER TABLE dataset ADD COLUMN a int",
      })
  void oneTableOrWhatGoesWithIt(String up) {
    assertThat(problems("wide-lock-window", up)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          LOCK TABLE app_user                        | `LOCK TABLE` keeps everybody from reading and writing `app_user` until the migration ends
          LOCK app_user, dataset IN SHARE MODE       | `LOCK TABLE` keeps everybody from writing `app_user`, `dataset` until the migration ends
          """)
  void lockedTables(String up, String problem) {
    assertThat(problems("explicit-lock-table", up)).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOCK TABLE app_user IN ROW EXCLUSIVE MODE",
        "LOCK TABLE app_user IN SHARE UPDATE EXCLUSIVE MODE",
        "CREATE TABLE n (id int); LOCK TABLE n",
      })
  void locksThatBlockNobody(String up) {
    assertThat(problems("explicit-lock-table", up)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SET work_mem = '1GB'                    | SET LOCAL work_mem = '1GB';
          set session work_mem to '1GB'           | set LOCAL work_mem to '1GB';
          SET LOCAL work_mem = '1GB'              |
          SET work_mem = '1GB'; RESET work_mem    |
          SET work_mem = '1GB'; RESET ALL         |
          SET work_mem = '1GB'; SET work_mem TO DEFAULT |
          SET search_path = s                     |
          SET ROLE owner                          |
          RESET work_mem                          |
          SET statement_timeout = 0; VACUUM app_user |
          """)
  void settingsThatStay(String up, String proposed) {
    assertThat(proposals("session-setting-leak", up))
        .isEqualTo(proposed == null ? List.of() : List.of(proposed));
  }

  @Test
  void settingsThatStayAreOneFinding() {
    assertThat(proposals("session-setting-leak", "SET lock_timeout = 1; SET TIME ZONE 'UTC'"))
        .containsExactly("SET LOCAL lock_timeout = 1;\nSET LOCAL TIME ZONE 'UTC';");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SET LOCAL lock_timeout = 0; ALTER TABLE app_user ADD COLUMN a int       | without end
          SET lock_timeout TO '0ms'; ALTER TABLE app_user ADD COLUMN a int        | without end
          SET LOCAL lock_timeout = '2min'; ALTER TABLE app_user ADD COLUMN a int  | for more than a minute
          SET LOCAL lock_timeout = 60001; ALTER TABLE app_user ADD COLUMN a int   | for more than a minute
          SET LOCAL lock_timeout = '1.5 h'; ALTER TABLE app_user ADD COLUMN a int | for more than a minute
          """)
  void waitsThatAreTooLong(String up, String howLong) {
    assertThat(problems("lock-timeout-disabled", up))
        .containsExactly(
            "`ALTER TABLE app_user` may wait for `app_user` %s, and everybody who uses `app_user` waits behind it"
                .formatted(howLong));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET LOCAL lock_timeout = '5s'; ALTER TABLE app_user ADD COLUMN a int",
        "SET LOCAL lock_timeout = '1min'; ALTER TABLE app_user ADD COLUMN a int",
        "SET LOCAL lock_timeout = 0; SET LOCAL lock_timeout = '5s'; ALTER TABLE app_user ADD COLUMN"
            + " a int",
        "SET LOCAL lock_timeout = 0; UPDATE app_user SET email = ''",
        "SET LOCAL lock_timeout = 0; CREATE TABLE n (id int)",
        "SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON app_user (email)",
        "SET lock_timeout = DEFAULT; ALTER TABLE app_user ADD COLUMN a int",
        "SET statement_timeout = 0; ALTER TABLE app_user ADD COLUMN a int",
      })
  void waitsThatEnd(String up) {
    assertThat(problems("lock-timeout-disabled", up)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ALTER TABLE app_user ADD COLUMN a int                                             | 1
          SET LOCAL lock_timeout = 0; ALTER TABLE app_user ADD COLUMN a int                 | 1
          SET lock_timeout = '5s'; RESET lock_timeout; ALTER TABLE app_user ADD COLUMN a int | 1
          SET LOCAL lock_timeout = '5s'; ALTER TABLE app_user ADD COLUMN a int              | 0
          CREATE TABLE n (id int)                                                           | 0
          CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN a int                           | 0
          UPDATE app_user SET email = ''                                                    | 0
          CREATE INDEX CONCURRENTLY i ON app_user (email)                                   | 0
          """)
  void waitsWithoutALimit(String up, int findings) {
    assertThat(problems("lock-timeout-missing", up)).hasSize(findings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset VALIDATE CONSTRAINT"
            + " title_check",
        "ALTER TABLE app_user ADD COLUMN a int; REFRESH MATERIALIZED VIEW CONCURRENTLY per_owner",
        "ALTER TABLE app_user ADD COLUMN a int; CREATE TABLE copy AS SELECT * FROM dataset",
        "ALTER TABLE app_user ADD COLUMN a int; ALTER TABLE dataset ADD COLUMN b int",
        "VACUUM app_user; ALTER TABLE log DETACH PARTITION log_2026 CONCURRENTLY",
      })
  void whatIsProposedIsAMigrationThatNoneOfTheseRulesRefuses(String up) {
    List<String> rules =
        List.of(
            "statement-after-access-exclusive",
            "wide-lock-window",
            "non-transactional-multi-statement");
    List<String> proposals = rules.stream().flatMap(rule -> proposals(rule, up).stream()).toList();

    assertThat(proposals).isNotEmpty();
    assertThat(proposals)
        .allSatisfy(
            text -> {
              List<String> scripts =
                  SCRIPT.matcher(text).results().map(found -> found.group(1)).toList();
              TestSubject own = TestSubject.GOOD.withUp(scripts.get(0)).withDown(scripts.get(1));
              assertThat(rules.stream().flatMap(rule -> check(rule, own))).isEmpty();
              assertThat(own.after(EARLIER).timeline().up())
                  .allSatisfy(change -> assertThat(change.problems()).isEmpty());
              assertThat(own.after(EARLIER).timeline().down())
                  .allSatisfy(change -> assertThat(change.problems()).isEmpty());
            });
  }

  private static List<String> problems(String rule, String up) {
    return check(rule, TestSubject.GOOD.withUp(up)).map(Finding::problem).toList();
  }

  private static List<String> proposals(String rule, String up) {
    return check(rule, TestSubject.GOOD.withUp(up)).map(Finding::instead).toList();
  }

  private static Stream<Finding> check(String rule, TestSubject subject) {
    return Rules.find(rule).orElseThrow().check(subject.after(EARLIER)).stream();
  }
}
