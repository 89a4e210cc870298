package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static List<RelationLock> existing(Schema start, Step step) {
    return Locks.of(step.before(), step.after(), step.statement(), 18)
        .onExisting(start)
        .relations();
  }
}
