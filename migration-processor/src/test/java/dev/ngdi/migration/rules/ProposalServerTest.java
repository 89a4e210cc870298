package dev.ngdi.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Servers;
import dev.ngdi.migration.sql.Script;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the rules tell to write instead trips no rule, and servers take it, there and back. */
class ProposalServerTest {
  /** What only the placeholders in a proposal, and names, make them say. */
  private static final Set<String> ABOUT_WORDS =
      Set.of("action-mismatch", "action-unknown", "entity-mismatch", "opaque-sql");

  private static final String TABLE =
      "CREATE TABLE t (a int NOT NULL, b int); CREATE INDEX i ON t (a);";

  private static final String WHOLE =
      "CREATE TABLE w (k int NOT NULL, a int) PARTITION BY RANGE (k);"
          + " CREATE TABLE p PARTITION OF w FOR VALUES FROM (0) TO (10);"
          + " CREATE TABLE q PARTITION OF w FOR VALUES FROM (10) TO (20) PARTITION BY LIST (k);"
          + " CREATE TABLE q1 PARTITION OF q FOR VALUES IN (11, 12);";

  private static final String LISTS =
      "CREATE TABLE w (k text) PARTITION BY LIST (k); CREATE TABLE d PARTITION OF w DEFAULT;";

  private static final String TYPES =
      "CREATE TYPE mood AS ENUM ('sad', 'ok');"
          + " CREATE TABLE person (id int, m mood DEFAULT 'sad', all_of_it mood[]);"
          + " CREATE DOMAIN used AS int;"
          + " ALTER DOMAIN used ADD CONSTRAINT old CHECK (value > 0) NOT VALID;"
          + " CREATE TABLE uses (a used);";

  private static final String ACCESS =
      "CREATE TABLE t (a int); CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS"
          + " 'BEGIN INSERT INTO t VALUES (1); RETURN NULL; END';"
          + " CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log();"
          + " CREATE TABLE s (a int); CREATE POLICY p ON s USING (a > 1);"
          + " ALTER TABLE s ENABLE ROW LEVEL SECURITY;";

  private record Case(String rule, String earlier, String up) {}

  private static final List<Case> CASES =
      List.of(
          new Case("index-not-concurrent", TABLE, "CREATE INDEX j ON t (b)"),
          new Case("index-not-concurrent", TABLE, "CREATE UNIQUE INDEX ON t (b)"),
          new Case(
              "index-not-concurrent", TABLE, "SELECT 1; CREATE INDEX IF NOT EXISTS j ON t (b)"),
          new Case("index-isolation", TABLE, "SELECT 1; CREATE INDEX CONCURRENTLY j ON t (b)"),
          new Case("index-partitioned-recursive", WHOLE, "CREATE INDEX j ON w (a)"),
          new Case("index-partitioned-recursive", WHOLE, "CREATE UNIQUE INDEX j ON w (k, a DESC)"),
          new Case(
              "index-concurrent-on-partitioned", WHOLE, "CREATE INDEX CONCURRENTLY j ON w (a)"),
          new Case("drop-index-not-concurrent", TABLE, "DROP INDEX i"),
          new Case("drop-index-not-concurrent", TABLE, "SELECT 1; DROP INDEX IF EXISTS i"),
          new Case("reindex-not-concurrent", TABLE, "REINDEX INDEX i"),
          new Case("reindex-not-concurrent", TABLE, "REINDEX (VERBOSE) TABLE t"),
          new Case(
              "concurrent-index-retry",
              TABLE,
              "CREATE INDEX CONCURRENTLY IF NOT EXISTS j ON t (b)"),
          new Case("concurrent-index-retry", TABLE, "CREATE INDEX CONCURRENTLY ON t (b)"),
          new Case(
              "index-replaced-in-one-migration", TABLE, "DROP INDEX i; CREATE INDEX i ON t (a, b)"),
          new Case(
              "index-replaced-in-one-migration", TABLE, "DROP INDEX i; CREATE INDEX j ON t (a, b)"),
          new Case(
              "attach-partition-scan",
              WHOLE + "CREATE TABLE n (k int NOT NULL, a int)",
              "ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (20) TO (MAXVALUE)"),
          new Case(
              "attach-partition-scan",
              WHOLE + "CREATE TABLE d PARTITION OF w DEFAULT",
              "CREATE TABLE n (k int NOT NULL, a int);"
                  + " ALTER TABLE w ATTACH PARTITION n FOR VALUES FROM (20) TO (30)"),
          new Case(
              "attach-partition-scan",
              LISTS + "CREATE TABLE n (k text CHECK (k IS NOT NULL AND k IN ('x', 'y')))",
              "ALTER TABLE w ATTACH PARTITION n FOR VALUES IN ('x', 'y')"),
          new Case(
              "create-partition-of",
              WHOLE,
              "CREATE TABLE n PARTITION OF w FOR VALUES FROM (20) TO (30)"),
          new Case(
              "create-partition-of", LISTS, "CREATE TABLE n PARTITION OF w FOR VALUES IN ('x')"),
          new Case("detach-partition", WHOLE, "ALTER TABLE w DETACH PARTITION p"),
          new Case("detach-partition", WHOLE, "SELECT 1; ALTER TABLE w DETACH PARTITION p"),
          new Case(
              "refresh-matview",
              "CREATE MATERIALIZED VIEW v AS SELECT 1 AS a",
              "REFRESH MATERIALIZED VIEW v"),
          new Case("autovacuum-disabled", TABLE, "ALTER TABLE t SET (autovacuum_enabled = false)"),
          new Case("set-tablespace", TABLE, "ALTER INDEX i SET TABLESPACE pg_default"),
          new Case(
              "create-trigger",
              ACCESS,
              "CREATE TRIGGER h AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION log()"),
          new Case("drop-trigger", ACCESS, "DROP TRIGGER g ON t"),
          new Case("disable-trigger", ACCESS, "ALTER TABLE t DISABLE TRIGGER g"),
          new Case(
              "row-security-without-policy", ACCESS, "ALTER TABLE t ENABLE ROW LEVEL SECURITY"),
          new Case("policy-change", ACCESS, "DROP POLICY p ON s"),
          new Case("grant-widening", ACCESS, "GRANT SELECT ON t TO PUBLIC"),
          new Case(
              "security-definer-search-path",
              ACCESS,
              "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'"),
          new Case("view-security-definer", ACCESS, "CREATE VIEW v AS SELECT a FROM s"),
          new Case(
              "enum-value-used-in-same-transaction",
              TYPES + "ALTER TYPE mood ADD VALUE 'glad'",
              "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'new';"
                  + " ALTER TABLE person ALTER COLUMN m SET DEFAULT 'new'"),
          new Case("domain-constraint", TYPES, "ALTER DOMAIN used ADD CHECK (value < 9)"),
          new Case("domain-constraint", TYPES, "ALTER DOMAIN used SET NOT NULL"),
          new Case("domain-constraint", TYPES, "ALTER DOMAIN used VALIDATE CONSTRAINT old"));

  @TestFactory
  Stream<DynamicTest> proposalsAreGood() {
    return CASES.stream()
        .map(c -> DynamicTest.dynamicTest(c.rule() + ": " + c.up(), () -> tryOut(c)));
  }

  @TestFactory
  Stream<DynamicTest> proposalsForTablesAndRowsAreGood() {
    return ProposalCases.ALL.stream()
        .map(c -> DynamicTest.dynamicTest(c.rule() + ": " + c.up(), () -> tryOut(c)));
  }

  @Test
  void everyProposalIsTriedOutOrHasNoStatements() {
    Set<String> tried =
        Stream.concat(
                CASES.stream().map(Case::rule),
                ProposalCases.ALL.stream().map(ProposalCases.Case::rule))
            .collect(Collectors.toSet());

    assertThat(tried).doesNotContainAnyElementsOf(ProposalCases.withoutStatements());
    tried.addAll(ProposalCases.withoutStatements());
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream().map(Rule::id).toList());
  }

  private static void tryOut(ProposalCases.Case one) throws SQLException {
    String up = one.kept() + ";" + one.up();
    Subject found = migration(up, "").after(ProposalCases.TABLES);
    List<Finding> findings = Rules.find(one.rule()).orElseThrow().check(found);
    assertThat(findings).hasSize(1);
    List<ProposedSteps.Step> steps = ProposedSteps.steps(filledIn(findings.get(0).instead()));
    assertThat(steps).isNotEmpty();
    String earlier = ProposalCases.TABLES + one.kept() + ";";
    if (one.up().isEmpty()) {
      earlier = ProposalCases.TABLES;
      steps = List.of(new ProposedSteps.Step(up + steps.get(0).up(), ""));
    }
    Set<String> others =
        new HashSet<>(ProposalCases.STILL_FOUND.getOrDefault(one.rule(), Set.of()));
    Rules.judge(found).stream()
        .map(Judgement::rule)
        .filter(rule -> !rule.equals(one.rule()))
        .forEach(others::add);
    judge(earlier, steps, others);
    run(earlier, steps);
  }

  private static void tryOut(Case one) throws SQLException {
    List<Finding> findings =
        Rules.find(one.rule()).orElseThrow().check(migration(one.up(), "").after(one.earlier()));
    assertThat(findings).hasSize(1);
    List<ProposedSteps.Step> steps = ProposedSteps.steps(filledIn(findings.get(0).instead()));
    assertThat(steps).isNotEmpty();
    String earlier = one.earlier();
    if (one.rule().startsWith("enum-")) {
      earlier += ";" + one.up().substring(0, one.up().indexOf(';'));
    }
    judge(earlier, steps, Set.of());
    run(earlier, steps);
  }

  /** What other rules find in the statement itself, too, is not the proposal's. */
  private static void judge(
      String earlier, List<ProposedSteps.Step> steps, Set<String> alreadyFound) {
    String before = earlier;
    for (ProposedSteps.Step step : steps) {
      Subject subject = migration(step.up(), step.down()).after(before);
      assertThat(subject.timeline().up()).allMatch(change -> change.problems().isEmpty());
      assertThat(Rules.judge(subject))
          .filteredOn(judgement -> !ABOUT_WORDS.contains(judgement.rule()))
          .filteredOn(judgement -> !alreadyFound.contains(judgement.rule()))
          .filteredOn(judgement -> judgement.finding().part() == Part.UP)
          .extracting(Judgement::rule, judgement -> judgement.finding().problem())
          .isEmpty();
      before += ";" + step.up();
    }
  }

  private static void run(String earlier, List<ProposedSteps.Step> steps) throws SQLException {
    int newest = Servers.majors().get(Servers.majors().size() - 1);
    List<String> scripts = new ArrayList<>(List.of(earlier));
    steps.forEach(step -> scripts.add(step.up()));
    for (int i = steps.size() - 1; i >= 0; i--) {
      scripts.add(steps.get(i).down());
    }
    try (Connection connection = Servers.connect(newest);
        Statement statement = connection.createStatement()) {
      for (String script : scripts) {
        for (var sql : Script.parse(script).statements()) {
          statement.execute(sql.source().sql());
        }
      }
    }
  }

  private static String filledIn(String instead) {
    return instead.replace("(…)", "(a > 0)").replace("TO …", "TO postgres");
  }

  private static TestSubject migration(String up, String down) {
    return TestSubject.GOOD
        .withUp(up)
        .withDown(down.isEmpty() ? "SELECT f()" : down)
        .under(new Policy(15, "", Set.of(), Map.of()));
  }

  @Test
  void theExtensionsThatAnOwnerCanCreateAreThoseThatServersTrust() throws SQLException {
    for (int major : Servers.majors()) {
      List<String> trusted = new ArrayList<>();
      List<String> others = new ArrayList<>();
      try (Connection connection = Servers.connect(major);
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery("SELECT name, trusted FROM pg_available_extension_versions")) {
        while (rows.next()) {
          (rows.getBoolean("trusted") ? trusted : others).add(rows.getString("name"));
        }
      }
      others.removeAll(trusted);
      assertThat(CreateExtension.TRUSTED).containsAll(trusted).doesNotContainAnyElementsOf(others);
    }
  }
}
