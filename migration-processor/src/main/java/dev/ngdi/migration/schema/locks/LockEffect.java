package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a statement does to the relations that are there when it starts.
 *
 * @param relations those it locks, each once, what it is about first; an index is among them only
 *     where its table is not locked as strongly
 * @param unproven why something in it was assumed, each in a few words
 */
public record LockEffect(List<RelationLock> relations, List<String> unproven) {
  /** No lock at all. */
  public static final LockEffect NONE = new LockEffect(List.of(), List.of());

  public LockEffect {
    relations = List.copyOf(relations);
    unproven = List.copyOf(unproven);
  }

  /** The lock on a relation. */
  public Optional<RelationLock> on(int oid) {
    return relations.stream().filter(lock -> lock.oid() == oid).findFirst();
  }

  /** The strongest lock of all. */
  public Optional<LockMode> strongest() {
    return relations.stream().map(RelationLock::mode).reduce(LockMode::or);
  }

  /**
   * Only what was there before a migration: nobody waits for what it made itself.
   *
   * @param start the schema before the migration
   */
  public LockEffect onExisting(Schema start) {
    return new LockEffect(
        relations.stream()
            .filter(lock -> lock.oid() < start.nextOid())
            .map(lock -> comparesNothing(start, lock) ? lock.withoutScan() : lock)
            .toList(),
        unproven);
  }

  /** A foreign key of a table that was just made: it is empty or as good as that. */
  private static boolean comparesNothing(Schema start, RelationLock lock) {
    return lock.comparedWith() >= start.nextOid();
  }
}
