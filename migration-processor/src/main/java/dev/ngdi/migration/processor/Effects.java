package dev.ngdi.migration.processor;

import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementEffect;
import dev.ngdi.migration.rules.Change;
import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.schema.locks.RelationLock;
import java.util.stream.Stream;

/** What the replay found, in the manifest's words. */
final class Effects {
  private Effects() {}

  static StatementEffect of(Change change) {
    return new StatementEffect(
        change.locks().relations().stream().map(Effects::of).toList(),
        Stream.concat(change.unproven().stream(), change.locks().unproven().stream())
            .distinct()
            .toList());
  }

  private static RelationEffect of(RelationLock lock) {
    return new RelationEffect(
        lock.name(),
        lock.mode().sql(),
        words(lock.blocks()),
        lock.rewrite(),
        lock.scan(),
        lock.indexRebuild());
  }

  private static String words(Blocked blocked) {
    return switch (blocked) {
      case NOTHING -> "nothing";
      case SCHEMA_CHANGES -> "schema changes";
      case WRITES -> "writes";
      case READS_AND_WRITES -> "reads and writes";
    };
  }
}
