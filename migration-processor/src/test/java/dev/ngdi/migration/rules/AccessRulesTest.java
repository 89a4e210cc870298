package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triggers, and who may see and do what. */
class AccessRulesTest {
  private static final String TABLE =
      """
      CREATE TABLE t (a int, b int);
      CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN INSERT INTO notes VALUES (new.a); RETURN NULL; END';
      CREATE FUNCTION sync() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN IF TG_OP = ''INSERT'' THEN new.b := new.a; END IF; RETURN new; END';
      CREATE TRIGGER old_log AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log();
      CREATE TRIGGER old_sync BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION sync();
      CREATE TABLE s (a int);
      CREATE POLICY p ON s USING (a > 1);
      ALTER TABLE s ENABLE ROW LEVEL SECURITY;
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create-trigger               | CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log()
          create-trigger               | CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION sync()
          create-trigger               | SET lock_timeout = 0; CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log()
          create-trigger               | CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION unheard_of()
          drop-trigger                 | DROP TRIGGER old_log ON t
          drop-trigger                 | DROP TRIGGER old_log ON t; CREATE TRIGGER old_log AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION log()
          disable-trigger              | ALTER TABLE t DISABLE TRIGGER old_log
          disable-trigger              | ALTER TABLE t DISABLE TRIGGER ALL
          row-security-without-policy  | ALTER TABLE t ENABLE ROW LEVEL SECURITY
          policy-change                | DROP POLICY p ON s
          policy-change                | ALTER POLICY p ON s USING (true)
          policy-change                | ALTER POLICY p ON s TO public
          policy-change                | ALTER TABLE s DISABLE ROW LEVEL SECURITY
          grant-widening               | GRANT SELECT ON t TO PUBLIC
          grant-widening               | GRANT SELECT ON t TO reader WITH GRANT OPTION
          grant-widening               | GRANT CREATE ON SCHEMA public TO PUBLIC
          security-definer-search-path | CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'
          security-definer-search-path | ALTER FUNCTION log() SECURITY DEFINER
          create-extension             | CREATE EXTENSION postgis
          extension-version            | ALTER EXTENSION pg_trgm UPDATE
          """)
  void whatAReviewerShouldSee(String rule, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TABLE, rule)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          create-trigger               | CREATE TRIGGER g BEFORE INSERT OR UPDATE ON t FOR EACH ROW EXECUTE FUNCTION sync()
          create-trigger               | SET LOCAL lock_timeout = '2s'; CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log()
          create-trigger               | DROP TRIGGER old_log ON t; CREATE TRIGGER old_log AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION log()
          create-trigger               | CREATE TABLE n (a int); CREATE TRIGGER g AFTER INSERT ON n FOR EACH ROW EXECUTE FUNCTION log()
          drop-trigger                 | DROP TRIGGER old_sync ON t
          drop-trigger                 | SET LOCAL lock_timeout = '2s'; DROP TRIGGER old_log ON t
          disable-trigger              | ALTER TABLE t ENABLE TRIGGER old_log
          disable-trigger              | ALTER TABLE t DISABLE RULE r
          row-security-without-policy  | CREATE POLICY q ON t USING (a > 1); ALTER TABLE t ENABLE ROW LEVEL SECURITY
          row-security-without-policy  | ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY q ON t USING (a > 1)
          row-security-without-policy  | CREATE TABLE n (a int); ALTER TABLE n ENABLE ROW LEVEL SECURITY
          row-security-without-policy  | ALTER TABLE t FORCE ROW LEVEL SECURITY
          policy-change                | DROP POLICY p ON s; CREATE POLICY p ON s USING (a > 2)
          policy-change                | ALTER POLICY p ON s USING (a > 2)
          policy-change                | ALTER POLICY p ON s RENAME TO q
          policy-change                | CREATE POLICY q ON s USING (a > 2)
          policy-change                | DROP TABLE s
          grant-widening               | GRANT SELECT ON t TO reader
          grant-widening               | REVOKE SELECT ON t FROM PUBLIC
          grant-widening               | GRANT EXECUTE ON FUNCTION log() TO PUBLIC
          grant-widening               | GRANT USAGE ON SCHEMA public TO PUBLIC
          security-definer-search-path | CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public AS 'SELECT 1'
          security-definer-search-path | CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'; ALTER FUNCTION f() SET search_path = public
          security-definer-search-path | CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER BEGIN ATOMIC SELECT 1; END
          security-definer-search-path | CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'
          create-extension             | CREATE EXTENSION IF NOT EXISTS pg_trgm
          create-extension             | CREATE EXTENSION "uuid-ossp"
          extension-version            | ALTER EXTENSION pg_trgm UPDATE TO '1.6'
          """)
  void whatIsNobodysConcern(String rule, String up) {
    assertThat(TestSubject.GOOD.withUp(up).problemsAfter(TABLE, rule)).isEmpty();
  }

  @Test
  void aTriggerThatIsMadeAgainIsReplaced() {
    TestSubject again =
        TestSubject.GOOD.withUp(
            "DROP TRIGGER old_log ON t;"
                + " CREATE TRIGGER old_log AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION log()");

    assertThat(Rules.find("drop-trigger").orElseThrow().check(again.after(TABLE)))
        .extracting(Finding::instead)
        .containsExactly(
            "SET LOCAL lock_timeout = '2s';\n"
                + "CREATE OR REPLACE TRIGGER old_log AFTER UPDATE ON t FOR EACH ROW EXECUTE"
                + " FUNCTION log();");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          15 | CREATE VIEW v AS SELECT a FROM s                                 | 1
          18 | CREATE VIEW v WITH (security_invoker = off) AS SELECT a FROM s   | 1
          14 | CREATE VIEW v AS SELECT a FROM s                                 | 0
          15 | CREATE VIEW v WITH (security_invoker) AS SELECT a FROM s         | 0
          15 | CREATE VIEW v AS SELECT a FROM s; ALTER VIEW v SET (security_invoker = true) | 0
          15 | CREATE VIEW v AS SELECT a FROM t                                 | 0
          """)
  void aViewOverRowsThatPoliciesHide(int postgres, String up, int found) {
    TestSubject view =
        TestSubject.GOOD.withUp(up).under(new Policy(postgres, "", Set.of(), Map.of()));

    assertThat(view.problemsAfter(TABLE, "view-security-definer")).hasSize(found);
  }
}
