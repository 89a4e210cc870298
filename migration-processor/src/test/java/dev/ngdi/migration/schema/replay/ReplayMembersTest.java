package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayMembersTest {
  static final List<String> SCENE =
      List.of(
          "CREATE TABLE city (id int PRIMARY KEY, name text, pop bigint, twice bigint GENERATED"
              + " ALWAYS AS (pop * 2) STORED)",
          "CREATE TABLE log (id int, what text)",
          "CREATE VIEW big AS SELECT id, name FROM city WHERE pop > 1000",
          "CREATE MATERIALIZED VIEW kept AS SELECT id FROM city",
          "CREATE TABLE event (id int, at date) PARTITION BY RANGE (at)",
          "CREATE TABLE event_24 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO"
              + " ('2025-01-01')",
          "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
          "CREATE FUNCTION touch_as(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
          "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE TRIGGER t BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch()",
          "CREATE TRIGGER e AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION touch()",
          "CREATE POLICY p ON city USING (pop > 3)",
          "CREATE POLICY q ON city FOR INSERT WITH CHECK (true)",
          "CREATE RULE r AS ON DELETE TO city DO INSTEAD NOTHING",
          "CREATE STATISTICS s ON name, pop FROM city");

  private static Replayed with(String... statements) {
    return Replayed.of(Stream.concat(SCENE.stream(), Stream.of(statements)).toArray(String[]::new));
  }

  private static int oid(Schema schema, String relation) {
    return schema.relation(QualifiedName.of(relation)).found().orElseThrow().oid();
  }

  private static List<String> members(
      Schema schema, Class<? extends CatalogObject> type, String relation) {
    return schema.of(oid(schema, relation), type).stream()
        .map(CatalogObject::name)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CREATE TRIGGER x BEFORE UPDATE ON nope FOR EACH ROW EXECUTE FUNCTION touch() | 42P01",
        "CREATE TRIGGER x BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION tuch() | 42883",
        "CREATE TRIGGER x BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch_as('a') |"
            + " 42883",
        "CREATE TRIGGER x BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION one() | 42P17",
        "CREATE TRIGGER t BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch() | 42710",
        "CREATE TRIGGER x BEFORE UPDATE OF nam ON city FOR EACH ROW EXECUTE FUNCTION touch() |"
            + " 42703",
        "CREATE TRIGGER x BEFORE UPDATE OF name, name ON city FOR EACH ROW EXECUTE FUNCTION touch()"
            + " | 42701",
        "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (old.nam IS NULL) EXECUTE FUNCTION"
            + " touch() | 42703",
        "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (nam IS NULL) EXECUTE FUNCTION"
            + " touch() | 42703",
        "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (name IS NULL) EXECUTE FUNCTION"
            + " touch() | 42702",
        "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (old.id IN (SELECT id FROM log))"
            + " EXECUTE FUNCTION touch() | 0A000",
        "CREATE TRIGGER x AFTER UPDATE ON city WHEN (old.id = 1) EXECUTE FUNCTION touch() | 42P17",
        "CREATE TRIGGER x AFTER INSERT ON city FOR EACH ROW WHEN (old.id = 1) EXECUTE FUNCTION"
            + " touch() | 42P17",
        "CREATE TRIGGER x AFTER DELETE ON city FOR EACH ROW WHEN (new.id = 1) EXECUTE FUNCTION"
            + " touch() | 42P17",
        "CREATE TRIGGER x BEFORE INSERT ON city FOR EACH ROW WHEN (new.twice = 1) EXECUTE FUNCTION"
            + " touch() | 42P17",
        "CREATE TRIGGER x BEFORE INSERT ON city FOR EACH ROW WHEN (new IS NOT NULL) EXECUTE"
            + " FUNCTION touch() | 42P17",
        "CREATE TRIGGER x BEFORE INSERT ON city FOR EACH ROW WHEN (new.ctid IS NULL) EXECUTE"
            + " FUNCTION touch() | 0A000",
        "CREATE TRIGGER x INSTEAD OF UPDATE ON city FOR EACH ROW EXECUTE FUNCTION touch() | 42809",
        "CREATE TRIGGER x BEFORE UPDATE ON big FOR EACH ROW EXECUTE FUNCTION touch() | 42809",
        "CREATE TRIGGER x BEFORE TRUNCATE ON big EXECUTE FUNCTION touch() | 42809",
        "CREATE TRIGGER x BEFORE UPDATE ON kept FOR EACH ROW EXECUTE FUNCTION touch() | 42809",
        "CREATE TRIGGER x BEFORE TRUNCATE ON city FOR EACH ROW EXECUTE FUNCTION touch() | 0A000",
        "CREATE TRIGGER x INSTEAD OF UPDATE ON big EXECUTE FUNCTION touch() | 0A000",
        "CREATE TRIGGER x INSTEAD OF UPDATE OF id ON big FOR EACH ROW EXECUTE FUNCTION touch() |"
            + " 0A000",
        "CREATE TRIGGER x INSTEAD OF UPDATE ON big FOR EACH ROW WHEN (new.id = 1) EXECUTE FUNCTION"
            + " touch() | 0A000",
        "CREATE TRIGGER x BEFORE UPDATE ON city REFERENCING NEW TABLE AS n EXECUTE FUNCTION touch()"
            + " | 42P17",
        "CREATE TRIGGER x AFTER INSERT ON city REFERENCING OLD TABLE AS n EXECUTE FUNCTION touch()"
            + " | 42P17",
        "CREATE TRIGGER x AFTER INSERT OR UPDATE ON city REFERENCING NEW TABLE AS n EXECUTE"
            + " FUNCTION touch() | 0A000",
        "CREATE TRIGGER x AFTER INSERT ON event REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE"
            + " FUNCTION touch() | 0A000",
        "CREATE TRIGGER x AFTER INSERT ON event_24 REFERENCING NEW TABLE AS n FOR EACH ROW EXECUTE"
            + " FUNCTION touch() | 0A000",
        "CREATE OR REPLACE TRIGGER e AFTER INSERT ON event_24 FOR EACH ROW EXECUTE FUNCTION touch()"
            + " | 42710",
        "CREATE TRIGGER e AFTER INSERT ON event_24 FOR EACH ROW EXECUTE FUNCTION touch() | 42710",
        "DROP TRIGGER nope ON city | 42704",
        "DROP TRIGGER t ON nope | 42P01",
        "DROP TRIGGER e ON event_24 | 2BP01",
        "ALTER TRIGGER nope ON city RENAME TO x | 42704",
        "ALTER TRIGGER e ON event_24 RENAME TO x | 0A000",
        "ALTER TRIGGER t ON city DEPENDS ON EXTENSION nope | 42704",
        "ALTER TABLE city DISABLE TRIGGER nope | 42704",
        "ALTER TABLE city DISABLE RULE nope | 42704",
        "DROP FUNCTION touch() | 2BP01",
        "CREATE POLICY x ON nope USING (true) | 42P01",
        "CREATE POLICY p ON city USING (true) | 42710",
        "CREATE POLICY x ON big USING (true) | 42809",
        "CREATE POLICY x ON city USING (pup > 3) | 42703",
        "CREATE POLICY x ON city USING (EXISTS (SELECT 1 FROM nope)) | 42P01",
        "CREATE POLICY x ON city USING (EXISTS (SELECT 1 FROM log l WHERE l.nope = city.id)) |"
            + " 42703",
        "CREATE POLICY x ON city FOR INSERT USING (true) | 42601",
        "CREATE POLICY x ON city FOR SELECT WITH CHECK (true) | 42601",
        "ALTER POLICY q ON city USING (true) | 42601",
        "ALTER POLICY nope ON city USING (true) | 42704",
        "ALTER POLICY p ON city RENAME TO q | 42710",
        "ALTER POLICY p ON city USING (pup > 3) | 42703",
        "DROP POLICY nope ON city | 42704",
        "DROP POLICY p ON nope | 42P01",
        "ALTER TABLE city DROP COLUMN pop | 2BP01",
        "CREATE RULE x AS ON INSERT TO nope DO NOTHING | 42P01",
        "CREATE RULE r AS ON INSERT TO city DO NOTHING | 42710",
        "CREATE RULE x AS ON INSERT TO kept DO NOTHING | 0A000",
        "CREATE RULE x AS ON SELECT TO city DO INSTEAD SELECT * FROM log | 42809",
        "CREATE RULE x AS ON INSERT TO city DO INSERT INTO nope VALUES (1) | 42P01",
        "CREATE RULE x AS ON INSERT TO city DO INSERT INTO log VALUES (new.nope) | 42703",
        "CREATE RULE x AS ON INSERT TO city DO INSERT INTO log (nope) VALUES (1) | 42703",
        "CREATE RULE x AS ON INSERT TO city DO DELETE FROM log WHERE id = old.id | 42P17",
        "CREATE RULE x AS ON DELETE TO city WHERE new.id = 1 DO NOTHING | 42P01",
        "DROP RULE nope ON city | 42704",
        "ALTER RULE nope ON city RENAME TO x | 42704",
        "CREATE STATISTICS s ON name, pop FROM city | 42710",
        "CREATE STATISTICS x ON name, pop FROM nope | 42P01",
        "CREATE STATISTICS x ON name, pup FROM city | 42703",
        "CREATE STATISTICS x ON name, name FROM city | 42701",
        "CREATE STATISTICS x ON name FROM city | 42P17",
        "CREATE STATISTICS x ON id, name FROM big | 42809",
        "CREATE STATISTICS x (nope) ON id, name FROM city | 42601",
        "CREATE STATISTICS x (mcv) ON lower(name) FROM city | 0A000",
        "ALTER STATISTICS s RENAME TO s | 42710",
        "DROP STATISTICS nope | 42704",
        "ALTER STATISTICS nope RENAME TO x | 42704",
      })
  void refused(String statement, String code) {
    assertThat(with(statement).codes()).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TRIGGER x AFTER INSERT OR UPDATE OF name, pop OR DELETE ON city FOR EACH ROW"
            + " EXECUTE PROCEDURE touch('a', 1)",
        "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (old.* IS DISTINCT FROM new.*)"
            + " EXECUTE FUNCTION touch()",
        "CREATE TRIGGER x BEFORE INSERT ON city FOR EACH ROW WHEN (NEW.name IS NULL AND"
            + " pg_trigger_depth() = 0) EXECUTE FUNCTION public.touch()",
        "CREATE TRIGGER x AFTER UPDATE ON city REFERENCING OLD TABLE AS o NEW TABLE AS n EXECUTE"
            + " FUNCTION touch()",
        "CREATE TRIGGER x INSTEAD OF INSERT ON big FOR EACH ROW EXECUTE FUNCTION touch()",
        "CREATE TRIGGER x BEFORE UPDATE ON city FOR EACH ROW EXECUTE FUNCTION"
            + " suppress_redundant_updates_trigger()",
        "CREATE OR REPLACE TRIGGER t AFTER DELETE ON city FOR EACH ROW EXECUTE FUNCTION touch()",
        "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON city DEFERRABLE INITIALLY DEFERRED FOR EACH"
            + " ROW EXECUTE FUNCTION touch()",
        "DROP TRIGGER IF EXISTS nope ON city",
        "DROP TRIGGER IF EXISTS t ON nope",
        "DROP TRIGGER t ON city",
        "DROP TRIGGER e ON event",
        "DROP FUNCTION touch() CASCADE",
        "DROP TABLE event_24",
        "ALTER TABLE city DISABLE TRIGGER ALL",
        "ALTER TABLE city DISABLE TRIGGER USER",
        "ALTER TABLE event DETACH PARTITION event_24",
        "CREATE POLICY x ON city AS RESTRICTIVE FOR UPDATE TO public USING (id = 1) WITH CHECK"
            + " (name = current_user)",
        "CREATE POLICY x ON city USING (EXISTS (SELECT 1 FROM log WHERE log.id = city.id))",
        "CREATE POLICY x ON city USING (EXISTS (SELECT 1 FROM city c WHERE c.id = city.id))",
        "DROP POLICY IF EXISTS nope ON city",
        "DROP POLICY IF EXISTS p ON nope",
        "CREATE OR REPLACE RULE r AS ON DELETE TO city DO INSTEAD DELETE FROM log WHERE id ="
            + " old.id",
        "CREATE RULE x AS ON UPDATE TO city WHERE old.name IS DISTINCT FROM new.name DO ALSO INSERT"
            + " INTO log VALUES (old.id, new.name)",
        "CREATE RULE x AS ON INSERT TO big DO INSTEAD INSERT INTO city (id, name) VALUES (new.id,"
            + " new.name) RETURNING id, name",
        "CREATE RULE x AS ON INSERT TO city DO (INSERT INTO log SELECT new.id, what FROM log;"
            + " DELETE FROM log WHERE id = new.id)",
        "CREATE RULE x AS ON INSERT TO city WHERE name IS NULL DO INSTEAD NOTHING",
        "CREATE RULE x AS ON INSERT TO city DO ALSO NOTIFY changed",
        "CREATE STATISTICS IF NOT EXISTS s ON id, name FROM city",
        "CREATE STATISTICS x ON lower(name) FROM city",
        "CREATE STATISTICS x (ndistinct) ON id, lower(name) FROM city",
        "CREATE STATISTICS x ON id, (id + 1) FROM kept",
        "DROP STATISTICS s",
        "ALTER STATISTICS s RENAME TO s2",
      })
  void accepted(String statement) {
    Replayed replayed = with(statement);
    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void partitionsGetTheRowTriggersOfTheirTable() {
    Replayed replayed =
        with(
            "CREATE TABLE event_25 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO"
                + " ('2026-01-01')",
            "CREATE TRIGGER u BEFORE UPDATE OF at ON event FOR EACH ROW WHEN (old.at <> new.at)"
                + " EXECUTE FUNCTION touch()",
            "CREATE TRIGGER w AFTER INSERT ON event EXECUTE FUNCTION touch()",
            "ALTER TRIGGER e ON event RENAME TO f",
            "ALTER TABLE event DISABLE TRIGGER f");
    Schema schema = replayed.schema();
    assertThat(replayed.problems()).isEmpty();
    assertThat(members(schema, Trigger.class, "event")).containsExactly("f", "u", "w");
    assertThat(members(schema, Trigger.class, "event_25")).containsExactly("f", "u");
    assertThat(schema.trigger(oid(schema, "event_24"), "f").found().orElseThrow().state())
        .isEqualTo('D');
  }

  @Test
  void detachedPartitionsLoseThem() {
    Schema schema = with("ALTER TABLE event DETACH PARTITION event_24").schema();
    assertThat(members(schema, Trigger.class, "event_24")).isEmpty();
  }

  @Test
  void partitionsHaveOtherNumbersOfColumns() {
    Replayed replayed =
        with(
            "CREATE TABLE event_26 (at date, id int)",
            "CREATE TRIGGER u BEFORE UPDATE OF at ON event FOR EACH ROW WHEN (new.at IS NULL)"
                + " EXECUTE FUNCTION touch()",
            "ALTER TABLE event ATTACH PARTITION event_26 FOR VALUES FROM ('2026-01-01') TO"
                + " ('2027-01-01')");
    Schema schema = replayed.schema();
    Trigger copy = schema.trigger(oid(schema, "event_26"), "u").found().orElseThrow();
    assertThat(copy.ofColumns()).containsExactly(1);
    assertThat(Rendering.sql(schema, copy.when().orElseThrow())).isEqualTo("new.at IS NULL");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "new.name IS NULL                  | new.title IS NULL",
        "OLD.* IS DISTINCT FROM NEW.*      | OLD.* IS DISTINCT FROM NEW.*",
        "NEW IS DISTINCT FROM OLD          | NEW IS DISTINCT FROM OLD",
        "lower(old.name) <> lower(NEW.name) | lower(old.title) <> lower(NEW.title)",
      })
  void conditionsFollowTheirColumns(String condition, String renamed) {
    Replayed replayed =
        with(
            "CREATE TRIGGER x AFTER UPDATE ON city FOR EACH ROW WHEN (%s) EXECUTE FUNCTION touch()"
                .formatted(condition),
            "ALTER TABLE city RENAME COLUMN name TO title");
    Schema schema = replayed.schema();
    Trigger trigger = schema.trigger(oid(schema, "city"), "x").found().orElseThrow();
    assertThat(replayed.problems()).isEmpty();
    assertThat(Rendering.sql(schema, trigger.when().orElseThrow())).isEqualTo(renamed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "UPDATE OF name | true                          | 2BP01",
        "UPDATE         | new.name IS NULL              | 2BP01",
        "UPDATE         | new.pop IS NULL               | \"\"",
        "UPDATE         | OLD.* IS DISTINCT FROM NEW.*  | \"\"",
        "UPDATE         | OLD IS DISTINCT FROM NEW      | \"\"",
      })
  void aColumnThatATriggerNamesStays(String event, String condition, String code) {
    Replayed replayed =
        with(
            "DROP VIEW big",
            "DROP STATISTICS s",
            "CREATE TRIGGER x AFTER %s ON city FOR EACH ROW WHEN (%s) EXECUTE FUNCTION touch()"
                .formatted(event, condition),
            "ALTER TABLE city DROP COLUMN name");
    assertThat(String.join(" ", replayed.codes())).isEqualTo(code);
    assertThat(replayed.unproven()).isEmpty();
  }

  @Test
  void columnsThatPoliciesNameStay() {
    assertThat(with("ALTER TABLE city DROP COLUMN pop").problems())
        .containsExactly(
            "2BP01 column `pop` of table `city` cannot be dropped: column `twice` of table `city`,"
                + " view `big`, policy `p` on table `city` still need it");
  }

  @Test
  void aPolicyKeepsWhatIsNotSaidAnew() {
    Replayed replayed =
        with(
            "ALTER POLICY p ON city WITH CHECK (name <> '')",
            "ALTER POLICY p ON city TO app, CURRENT_USER",
            "ALTER TABLE city RENAME pop TO people",
            "ALTER POLICY p ON city RENAME TO p2");
    Schema schema = replayed.schema();
    Policy policy = schema.policy(oid(schema, "city"), "p2").found().orElseThrow();
    assertThat(replayed.problems()).isEmpty();
    assertThat(Rendering.sql(schema, policy.using().orElseThrow())).isEqualTo("people > 3");
    assertThat(Rendering.sql(schema, policy.withCheck().orElseThrow())).isEqualTo("name <> ''");
    assertThat(policy.roles()).containsExactly("app", "current_user");
  }

  @Test
  void rulesFollowWhatTheyName() {
    Replayed replayed =
        with(
            "CREATE RULE x AS ON UPDATE TO city WHERE old.name <> new.name DO ALSO UPDATE log SET"
                + " what = new.name WHERE id = old.id",
            "ALTER TABLE log RENAME TO journal",
            "ALTER TABLE journal RENAME id TO city",
            "ALTER TABLE city RENAME name TO title");
    Schema schema = replayed.schema();
    RewriteRule rule = schema.rule(oid(schema, "city"), "x").found().orElseThrow();
    assertThat(replayed.problems()).isEmpty();
    assertThat(Rendering.sql(schema, rule.action()))
        .isEqualTo(
            "WHERE old.title <> new.title DO ALSO UPDATE journal SET what = new.title WHERE city ="
                + " old.id");
  }

  @Test
  void statisticsWithoutANameGetOne() {
    Replayed replayed =
        with(
            "CREATE STATISTICS ON name, pop FROM city",
            "CREATE STATISTICS ON name, pop FROM city",
            "CREATE STATISTICS ON lower(name), id FROM city",
            "CREATE TABLE town (LIKE city INCLUDING STATISTICS)");
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(NotFound.names(replayed.schema(), Statistics.class))
        .containsExactlyInAnyOrder(
            "s",
            "city_name_pop_stat",
            "city_name_pop_stat1",
            "city_expr_id_stat",
            "town_name_pop_stat",
            "town_name_pop_stat1",
            "town_name_pop_stat2",
            "town_id_expr_stat");
  }

  @Test
  void anOpenHistoryCanHaveHadThemBefore() {
    Course course =
        Course.of(
            Schema.empty(18),
            Script.parse(
                """
                DROP TRIGGER a ON city;
                DROP POLICY b ON city;
                ALTER POLICY c ON city USING (owner = current_user);
                CREATE TRIGGER d BEFORE UPDATE OF name ON city FOR EACH ROW
                  WHEN (old.state <> new.state) EXECUTE FUNCTION touch();
                CREATE POLICY e ON city USING (tenant = 1);
                CREATE RULE f AS ON DELETE TO city DO INSTEAD UPDATE city SET gone = true WHERE id = old.id;
                ALTER TRIGGER g ON city RENAME TO h;
                """));
    Replayed replayed = new Replayed(course);
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.columns("city")).contains("name …", "state …", "tenant …", "id …");
  }
}
