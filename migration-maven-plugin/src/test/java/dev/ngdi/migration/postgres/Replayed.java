package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Fixtures;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.replay.Step;
import dev.ngdi.migration.sql.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Manifests as the compiler makes them: with what each statement does to what was there. */
final class Replayed {
  private static final int OLDEST = 14;

  private Replayed() {}

  /**
   * Migrations 1, 2 and so on, one for each script.
   *
   * @param before what there was before the first
   */
  static Manifest manifest(String before, String... scripts) {
    Schema schema = Course.of(Schema.empty(OLDEST).closed(), Script.parse(before)).end();
    List<DeclaredMigration> migrations = new ArrayList<>();
    for (String text : scripts) {
      Script script = Script.parse(text);
      Course course = Course.of(schema, script);
      Schema start = schema;
      Sql sql =
          Sql.of(
              script,
              Optional.empty(),
              script.runsInTransaction(),
              course.steps().stream().map(step -> effect(step, start)).toList());
      schema = course.end();
      migrations.add(Fixtures.migration(Fixtures.id(migrations.size() + 1), sql));
    }
    return Fixtures.manifest(migrations.toArray(DeclaredMigration[]::new));
  }

  private static StatementEffect effect(Step step, Schema start) {
    return new StatementEffect(
        Locks.of(step, OLDEST).onExisting(start).relations().stream()
            .map(Replayed::effect)
            .toList(),
        List.of());
  }

  private static RelationEffect effect(RelationLock lock) {
    return new RelationEffect(
        lock.name(),
        lock.mode().sql(),
        lock.blocks().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        lock.rewrite(),
        lock.scan(),
        lock.indexRebuild());
  }
}
