package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a block or a called routine runs is judged like what the script itself says. */
class InnerStatementsTest {
  private static final String EARLIER =
      """
      CREATE TABLE app_user (id bigint PRIMARY KEY, email text, age integer);
      CREATE INDEX app_user_email_idx ON app_user (email);
      CREATE TABLE dataset (id bigint PRIMARY KEY, title text);
      CREATE FUNCTION build(tab text, col text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN EXECUTE format('CREATE INDEX ON %I (%I)', tab, col); END $$;
      CREATE PROCEDURE tighten() LANGUAGE sql AS 'ALTER TABLE app_user ALTER age SET NOT NULL';
      """;

  @Test
  void aFindingStandsWhereItsStatementStandsInTheBlock() {
    String up =
        """
        DO $$
        BEGIN
          ALTER TABLE app_user
            ALTER COLUMN email SET NOT NULL;
          CREATE INDEX dataset_title_idx ON dataset (title);
        END $$;
        """;

    assertThat(found(up))
        .containsExactly(
            "5 index-not-concurrent CREATE INDEX dataset_title_idx ON dataset (title) -- inside DO",
            "3 set-not-null-scan ALTER TABLE app_user ALTER COLUMN email SET NOT NULL -- inside DO");
  }

  @Test
  void aTextThatIsExecutedStandsWhereItIsExecuted() {
    String up =
        """
        DO $$
        DECLARE tab text;
        BEGIN
          FOREACH tab IN ARRAY ARRAY['app_user', 'dataset'] LOOP
            EXECUTE format(
              'CREATE INDEX ON %I (id)', tab);
          END LOOP;
        END $$;
        """;

    assertThat(found(up))
        .containsExactly(
            "5 index-not-concurrent CREATE INDEX ON app_user (id) -- inside DO",
            "5 index-not-concurrent CREATE INDEX ON dataset (id) -- inside DO");
  }

  @Test
  void whatARoutineRunsStandsWhereItIsCalled() {
    String up =
        """
        SELECT build('dataset', 'title');
        CALL tighten();
        DO $$ BEGIN PERFORM build('app_user', 'age'); END $$;
        """;

    assertThat(found(up))
        .containsExactly(
            "1 index-not-concurrent CREATE INDEX ON dataset (title)"
                + " -- run by SELECT build('dataset', 'title')",
            "3 index-not-concurrent CREATE INDEX ON app_user (age) -- inside DO",
            "2 set-not-null-scan ALTER TABLE app_user ALTER age SET NOT NULL"
                + " -- run by CALL tighten()");
  }

  @Test
  void theProposalIsThatOfTheRule() {
    String index = "CREATE INDEX dataset_title_idx ON dataset (title)";

    assertThat(judged("DO $$ BEGIN " + index + "; END $$"))
        .singleElement()
        .extracting(judgement -> judgement.finding().instead())
        .asString()
        .contains("CREATE INDEX CONCURRENTLY dataset_title_idx ON dataset (title);");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'app_user_age_idx') THEN CREATE INDEX"
            + " app_user_age_idx ON app_user (age); END IF;",
        "IF to_regclass('app_user_age_idx') IS NULL THEN CREATE INDEX app_user_age_idx ON app_user"
            + " (age); END IF;",
        "CREATE INDEX app_user_age_idx ON app_user (age); EXCEPTION WHEN duplicate_table THEN NULL;",
      })
  void aGuardThatLetsTheStatementRunSavesNobody(String body) {
    assertThat(found("DO $$ BEGIN " + body + " END $$"))
        .containsExactly(
            "1 index-not-concurrent CREATE INDEX app_user_age_idx ON app_user (age) -- inside DO");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'app_user_email_idx') THEN CREATE"
            + " INDEX app_user_email_idx ON app_user (email); END IF;",
        "CREATE INDEX app_user_email_idx ON app_user (email); EXCEPTION WHEN duplicate_table THEN"
            + " NULL;",
        "IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'dataset' AND"
            + " column_name = 'name') THEN ALTER TABLE dataset ALTER COLUMN name SET NOT NULL; END"
            + " IF;",
        "CREATE TABLE n (id bigint PRIMARY KEY, a int); CREATE INDEX n_a_idx ON n (a); ALTER TABLE n"
            + " ALTER COLUMN a SET NOT NULL;",
        "FOR i IN 1..3 LOOP IF i > 3 THEN ALTER TABLE dataset ALTER COLUMN title SET NOT NULL; END"
            + " IF; END LOOP;",
        // what depends on rows may never run
        "IF (SELECT count(*) FROM dataset) > 3 THEN CREATE INDEX i ON dataset (title); END IF;",
        // a row is found with a variable, which is no column
        "FOR i IN 1..2 LOOP UPDATE app_user SET age = i WHERE id = i; END LOOP;",
      })
  void whatDoesNotRunAndWhatNobodyWaitsForRaisesNothing(String body) {
    assertThat(found("DO $$ BEGIN " + body + " END $$")).isEmpty();
  }

  @Test
  void changesOfRowsCountWhereTheyMeanTheSameInTheBlock() {
    assertThat(found("DO $$ BEGIN DELETE FROM dataset; END $$"))
        .contains("1 delete-without-where DELETE FROM dataset -- inside DO");
  }

  @Test
  void whatTheBlockLocksIsHeldUntilTheMigrationEnds() {
    String up =
        "DO $$ BEGIN ALTER TABLE app_user ADD COLUMN a int; END $$;"
            + " CREATE TABLE copy AS SELECT * FROM dataset";

    assertThat(judged(up))
        .filteredOn(judgement -> judgement.rule().equals("statement-after-access-exclusive"))
        .extracting(judgement -> judgement.finding().problem())
        .containsExactly(
            "nobody can read or write `app_user` while `CREATE TABLE copy` copies from `dataset`:"
                + " the lock that `ALTER TABLE app_user` took is kept until the migration ends");
  }

  @Test
  void itIsAcceptedLikeAnyOther() {
    Subject subject =
        subject("DO $$ BEGIN CREATE INDEX i ON dataset (title); END $$", "index-not-concurrent");

    assertThat(Rules.judge(subject))
        .extracting(Judgement::rule)
        .doesNotContain("suppression-unused");
    assertThat(found(subject)).isEmpty();
  }

  private static List<String> found(String up) {
    return found(subject(up));
  }

  /** Each as the line, the rule and the statement; what is about the block itself left out. */
  private static List<String> found(Subject subject) {
    return Rules.judge(subject).stream()
        .filter(InnerStatementsTest::isOnEffects)
        .map(
            judgement -> {
              Finding.Excerpt excerpt = judgement.finding().excerpt().orElseThrow();
              return "%d %s %s".formatted(excerpt.at().line(), judgement.rule(), excerpt.sql());
            })
        .toList();
  }

  private static List<Judgement> judged(String up) {
    return Rules.judge(subject(up)).stream().filter(InnerStatementsTest::isOnEffects).toList();
  }

  private static boolean isOnEffects(Judgement judgement) {
    Set<String> others = Set.of("opaque-sql", "wide-lock-window");
    return judgement.finding().part() == Part.UP
        && judgement.finding().excerpt().isPresent()
        && !others.contains(judgement.rule());
  }

  private static Subject subject(String up, String... accepted) {
    return TestSubject.GOOD.withUp(up).withDown("").accepting(accepted).after(EARLIER);
  }
}
