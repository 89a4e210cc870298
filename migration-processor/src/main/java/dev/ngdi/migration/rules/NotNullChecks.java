package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.locks.LockEffect;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.schema.replay.Replay;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;

/** Checks that spare {@code SET NOT NULL} the reading of the table. */
final class NotNullChecks {
  private NotNullChecks() {}

  /**
   * Whether the statement itself drops the check that would have spared it: all its drops come
   * before its other actions, whatever their order.
   */
  static boolean droppedBeside(Alteration<TableAction.SetNotNull> set) {
    boolean drops =
        set.alter().actions().stream().anyMatch(TableAction.DropConstraint.class::isInstance);
    if (!drops || !set.surely(RelationLock::scan)) {
      return false;
    }
    Schema before = set.change().before();
    Statement.AlterTable alone =
        new Statement.AlterTable(
            set.alter().source(),
            set.alter().table(),
            set.alter().ifExists(),
            set.alter().only(),
            List.of(set.action()));
    LockEffect effect =
        Locks.of(before, Replay.apply(before, alone).after(), alone, before.postgres());
    return effect.relations().stream().noneMatch(RelationLock::scan);
  }
}
