package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.Locale;
import java.util.Set;

/** The lock that each action of an {@code ALTER TABLE} needs, and which reach the children. */
final class ActionModes {
  /** Storage parameters that need more than the weakest lock of a schema change. */
  private static final Set<String> STRONG_OPTIONS =
      Set.of(
          "user_catalog_table",
          "fastupdate",
          "gin_pending_list_limit",
          "buffering",
          "pages_per_range",
          "autosummarize",
          "security_barrier",
          "security_invoker",
          "check_option");

  private ActionModes() {}

  /** The lock on the table, before what else stands in the statement. */
  static LockMode of(TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      return add.constraint().kind() == Kind.FOREIGN_KEY
          ? LockMode.SHARE_ROW_EXCLUSIVE
          : LockMode.ACCESS_EXCLUSIVE;
    }
    if (action instanceof TableAction.SetTriggerState set) {
      return set.rule() ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE;
    }
    if (action instanceof TableAction.SetOptions set) {
      return set.options().keySet().stream().anyMatch(STRONG_OPTIONS::contains)
          ? LockMode.ACCESS_EXCLUSIVE
          : LockMode.SHARE_UPDATE_EXCLUSIVE;
    }
    return isWeak(action) ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
  }

  private static boolean isWeak(TableAction action) {
    return action instanceof TableAction.ValidateConstraint
        || action instanceof TableAction.SetStatistics
        || action instanceof TableAction.SetColumnOptions
        || action instanceof TableAction.ClusterOn
        || action instanceof TableAction.AttachPartition
        || (action instanceof TableAction.DetachPartition detach && detach.concurrently())
        || (action instanceof TableAction.OtherAction other
            && other.sql().toUpperCase(Locale.ROOT).endsWith("FINALIZE"));
  }

  /** Whether it locks the tables that inherit too. */
  static boolean reachesChildren(TableAction action, Taken taken, Table table, boolean only) {
    if (action instanceof TableAction.DropColumn) {
      return true;
    }
    if (only) {
      return false;
    }
    if (action instanceof TableAction.AddConstraint add) {
      return reachesChildren(add.constraint(), taken, table);
    }
    if (action instanceof TableAction.AddIdentity
        || action instanceof TableAction.AlterIdentity
        || action instanceof TableAction.DropIdentity) {
      return taken.postgres() >= 17 && table.partitionBy().isPresent();
    }
    return action instanceof TableAction.AddColumn
        || action instanceof TableAction.DropConstraint
        || action instanceof TableAction.ValidateConstraint
        || action instanceof TableAction.SetNotNull
        || action instanceof TableAction.DropNotNull
        || action instanceof TableAction.RenameColumn
        || action instanceof TableAction.RenameConstraint
        || action instanceof TableAction.AlterType
        || action instanceof TableAction.SetDefault
        || action instanceof TableAction.DropDefault
        || action instanceof TableAction.SetExpression
        || action instanceof TableAction.DropExpression
        || action instanceof TableAction.SetStatistics
        || action instanceof TableAction.SetStorage
        || action instanceof TableAction.SetCompression;
  }

  private static boolean reachesChildren(
      ConstraintDefinition constraint, Taken taken, Table table) {
    return switch (constraint.kind()) {
      case NOT_NULL -> !constraint.state().noInherit();
      case CHECK -> !constraint.state().noInherit() || taken.postgres() >= 18;
      case FOREIGN_KEY -> table.partitionBy().isPresent();
      case PRIMARY_KEY -> taken.postgres() >= 18 || table.partitionBy().isEmpty();
      case UNIQUE, EXCLUDE -> taken.postgres() >= 18 && table.partitionBy().isPresent();
    };
  }
}
