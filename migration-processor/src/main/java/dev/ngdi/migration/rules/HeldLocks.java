package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.RelationLock;
import java.util.List;
import java.util.Optional;

/** The locks that {@code up} takes on tables that were there before, and keeps until it ends. */
final class HeldLocks {
  private HeldLocks() {}

  /** Whether all of its statements share one transaction. */
  static boolean untilTheEnd(Subject subject) {
    return subject.transaction() != Subject.TransactionMode.NONE
        && subject.up().filter(up -> !up.runsInTransaction()).isEmpty();
  }

  /** What a statement certainly locks so strongly or more, of all that stores rows. */
  static List<RelationLock> of(Change change, LockMode least) {
    return change.locks().relations().stream()
        .filter(lock -> lock.certain() && lock.mode().compareTo(least) >= 0)
        .filter(lock -> storesRows(change, lock.oid()))
        .toList();
  }

  private static boolean storesRows(Change change, int oid) {
    Optional<CatalogObject> object = change.before().get(oid).or(() -> change.after().get(oid));
    return object
        .filter(
            found -> found instanceof Table || (found instanceof View view && view.materialized()))
        .isPresent();
  }

  /** The first statement behind another that blocks reads or writes of what was there before. */
  static Optional<Change> firstThatBlocks(List<Change> changes) {
    return changes.stream().filter(change -> !of(change, LockMode.SHARE).isEmpty()).findFirst();
  }
}
