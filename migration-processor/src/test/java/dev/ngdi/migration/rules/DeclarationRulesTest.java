package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.rules.Subject.TransactionMode;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documentation, the way back, transactions and what is written twice. */
class DeclarationRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Logs in.",
        "Les éditeurs voient leurs fiches.",
        "Adds the role of the user, which the permission model reads.",
        "The {@code role} field."
      })
  void aSentenceDocuments(String javadoc) {
    assertThat(TestSubject.GOOD.withDocumentation(javadoc).judged()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "...",
        "Role.",
        "<why the change is made, as a sentence>.",
        "@since 1.0",
        "Roles.\n@author the team of the portal",
        "Adds user role field.",
        "add_user_role_field",
        "V20261122103700__add_user_role_field",
        "Add the user role field."
      })
  void lessThanASentenceDoesNot(String javadoc) {
    assertThat(TestSubject.GOOD.withDocumentation(javadoc).judged())
        .containsExactly("documentation-missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ";", "-- nothing", "/* nothing */;", "SELECT 1", "SELECT NULL; SELECT 1"})
  void aDownThatDoesNothingIsEmpty(String down) {
    assertThat(TestSubject.GOOD.withDown(down).judged()).containsExactly("undo-empty");
  }

  @Test
  void aDownThatIsNotSqlIsNotEmptyToo() {
    assertThat(TestSubject.GOOD.withDown("nothing").judged()).containsExactly("syntax-error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COMMIT                                     | AUTO     | transaction-control
          UPDATE t SET a = 1; ROLLBACK               | NONE     | transaction-control
          SAVEPOINT s; UPDATE t SET a = 1; RELEASE s | REQUIRED | transaction-control
          START TRANSACTION; UPDATE t SET a = 1      | AUTO     | transaction-control
          VACUUM t                                   | REQUIRED | concurrently-in-transaction
          REINDEX TABLE CONCURRENTLY t               | REQUIRED | concurrently-in-transaction
          DROP INDEX CONCURRENTLY i                  | REQUIRED | concurrently-in-transaction
          VACUUM t; VACUUM s                         | AUTO     | non-transactional-multi-statement
          VACUUM t; UPDATE t SET a = 1               | NONE     | non-transactional-multi-statement
          """)
  void statementsThatFightTheTransaction(String sql, TransactionMode mode, String rule) {
    TestSubject subject = TestSubject.GOOD.withTransaction(mode);

    assertThat(aboutTransactions(subject.withUp(sql))).containsExactly(rule);
    assertThat(aboutTransactions(subject.withDown(sql))).containsExactly(rule);
  }

  @Test
  void aScriptIsToldOnceThatTheTransactionIsNotItsOwn() {
    TestSubject subject =
        TestSubject.GOOD
            .withUp("BEGIN; UPDATE t SET a = 1; COMMIT; BEGIN; DELETE FROM t; COMMIT")
            .withDown("SAVEPOINT s; UPDATE t SET a = 2");

    assertThat(subject.problems("transaction-control"))
        .containsExactly(
            "`BEGIN` asks for a transaction that the migration is already in; 3 more statements are"
                + " like it",
            "`SAVEPOINT` lets a part of the migration fail and the rest count as applied");
    assertThat(subject.proposals("transaction-control"))
        .first()
        .asString()
        .startsWith("the script without `BEGIN`, `COMMIT`;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VACUUM t                                           | AUTO
          SET statement_timeout = 0; VACUUM t                | NONE
          UPDATE t SET a = 1; UPDATE s SET a = 1             | NONE
          REFRESH MATERIALIZED VIEW CONCURRENTLY v           | REQUIRED
          REINDEX TABLE CONCURRENTLY t                       | AUTO
          DO $$ BEGIN UPDATE t SET a = 1; END $$             | AUTO
          ALTER TYPE status ADD VALUE 'new'; UPDATE t SET a = 1 | AUTO
          """)
  void statementsThatDoNot(String sql, TransactionMode mode) {
    assertThat(aboutTransactions(TestSubject.GOOD.withTransaction(mode).withUp(sql))).isEmpty();
  }

  private static List<String> aboutTransactions(TestSubject subject) {
    return subject.judged().stream().filter(rule -> rule.contains("transaction")).toList();
  }

  @Test
  void whatCannotBeDerivedIsLeftToWrite() {
    TestSubject subject =
        TestSubject.GOOD
            .withUp(
                """
                SET search_path = portal;
                CREATE TABLE account (id bigint);
                INSERT INTO account SELECT id FROM app_user;
                ALTER TABLE app_user ADD COLUMN account_id bigint;
                UPDATE app_user SET account_id = id;
                DROP TABLE login;
                """)
            .withDown("-- later");

    assertThat(subject.proposals("undo-empty"))
        .containsExactly(
            """
            down = \"""
                -- take back: DROP TABLE login
                -- take back: UPDATE app_user SET account_id = id
                DROP TABLE portal.account;
                ALTER TABLE portal.app_user DROP COLUMN account_id;
                \"""
            or @Irreversible(because = "…")\
            """);
  }

  @Test
  void whatHasNoInverseAtAllIsListed() {
    assertThat(
            TestSubject.GOOD
                .withUp("DROP TABLE login; DELETE FROM app_user")
                .withDown("SELECT 1")
                .proposals("undo-empty"))
        .containsExactly(
            """
            down = \"""
                -- take back: DELETE FROM app_user
                -- take back: DROP TABLE login
                \"""
            or @Irreversible(because = "…")\
            """);
  }

  @Test
  void sqlIsQuotedAsJavaNeedsIt() {
    assertThat(JavaText.attribute("down", "SELECT E'\\n', '\"\"\"'"))
        .isEqualTo(
            """
            down = \"""
                SELECT E'\\\\n', '\\\"""'
                \"""\
            """);
  }

  @Test
  void aMissingWayBackIsNotAskedOfAMigrationThatDoesNothing() {
    assertThat(judged(Optional.empty(), Optional.empty(), false)).containsExactly("empty-sql");
    assertThat(judged(Optional.of("-- later"), Optional.empty(), false))
        .containsExactly("empty-sql");
  }

  @Test
  void aMissingWayBackIsAskedOfSqlAndOfCode() {
    assertThat(judged(Optional.of("CREATE TABLE dataset_role ()"), Optional.empty(), false))
        .containsExactly("undo-missing");
    assertThat(judged(Optional.empty(), Optional.empty(), true)).containsExactly("undo-missing");
  }

  private static List<String> judged(Optional<String> up, Optional<String> down, boolean code) {
    Subject subject =
        new Subject(
            "V20261122103700__add_dataset_role",
            "org.example.db.V20261122103700__add_dataset_role",
            MigrationType.SCHEMA,
            "Editors own datasets.",
            up.map(Script::parse),
            down.map(Script::parse),
            Optional.empty(),
            TransactionMode.AUTO,
            code,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Known.of(Map.of()),
            Policy.DEFAULT,
            Timeline.of(Schema.empty(14), Optional.empty(), Optional.empty(), true));
    return Rules.judge(subject).stream().map(Judgement::rule).toList();
  }
}
