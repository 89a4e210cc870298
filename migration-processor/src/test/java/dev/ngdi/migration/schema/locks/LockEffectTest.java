package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LockEffectTest {
  @Test
  void nobodyWaitsForAMaterializedViewThatTheFirstMigrationMadeItself() {
    Schema start = Schema.empty(18);
    String sql = "CREATE MATERIALIZED VIEW totals AS SELECT 1 AS n; CREATE INDEX ON totals (n)";
    List<Step> steps = Course.of(start, Script.parse(sql)).steps();

    assertThat(existing(start, steps.get(1))).isEmpty();
  }

  @Test
  void aTableThatNoMigrationMadeWasThereBefore() {
    Course course = Course.of(Schema.empty(18), Script.parse("CREATE INDEX ON client (name)"));

    assertThat(existing(course.start(), course.steps().get(0)))
        .extracting(RelationLock::name)
        .contains("client");
  }

  @Test
  void ofABlockThatIsKnownInPartTheKnownPartCounts() {
    String known = "ALTER TABLE client ALTER COLUMN name SET NOT NULL;";
    String unknown = "FOR r IN SELECT * FROM client LOOP CREATE INDEX ON client (id); END LOOP;";

    LockEffect all = inBlock(known);
    LockEffect some = inBlock(known + unknown);
    LockEffect none = inBlock(unknown);

    assertThat(all.relations()).extracting(RelationLock::scan).containsExactly(true);
    assertThat(all.unproven()).isEmpty();
    assertThat(some.relations()).isEqualTo(all.relations());
    assertThat(some.unproven()).containsExactly("what else `DO` locks is not known");
    assertThat(none.relations()).isEmpty();
    assertThat(none.unproven()).containsExactly("what `DO` locks is not known");
  }

  @Test
  void aForeignKeyInABlockReadsNothingOfATableWhoseNewPartnerIsEmpty() {
    Schema start =
        Course.of(Schema.empty(18), Script.parse("CREATE TABLE client (id int PRIMARY KEY)")).end();
    String sql =
        "CREATE TABLE note (client_id int); DO $$ BEGIN ALTER TABLE note ADD FOREIGN KEY"
            + " (client_id) REFERENCES client; END $$";
    List<Step> steps = Course.of(start, Script.parse(sql)).steps();

    assertThat(existing(start, steps.get(1)))
        .extracting(RelationLock::mode, RelationLock::scan)
        .containsExactly(tuple(LockMode.SHARE_ROW_EXCLUSIVE, false));
  }

  private static LockEffect inBlock(String body) {
    String earlier = "CREATE TABLE client (id int, name text)";
    Schema start = Course.of(Schema.empty(18), Script.parse(earlier)).end();
    Script block = Script.parse("DO $$ DECLARE r record; BEGIN " + body + " END $$");
    return Locks.of(Course.of(start, block).steps().get(0), 18).onExisting(start);
  }

  private static List<RelationLock> existing(Schema start, Step step) {
    return Locks.of(step, 18).onExisting(start).relations();
  }
}
