package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What statements do, in the terms that names of migrations use. */
enum Effect {
  /** A table, view, function or other object comes into being. */
  CREATE,
  /** An object gets something that it did not have. */
  ADD,
  /** An object, or a part of one, goes. */
  REMOVE,
  /** Something gets another name. */
  RENAME,
  /** Something that stays becomes different. */
  CHANGE,
  /** A definition takes the place of another. */
  REPLACE,
  /** Existing rows are checked against a constraint. */
  VALIDATE,
  /** A partition is attached. */
  ATTACH,
  /** A partition is detached. */
  DETACH,
  /** An index is built. */
  INDEX,
  /** Somebody may do more. */
  GRANT,
  /** Somebody may do less. */
  REVOKE,
  /** What is stored is made anew from what is there: refreshed, reindexed, vacuumed. */
  MAINTAIN,
  /** Rows come. */
  INSERT,
  /** Rows change. */
  UPDATE,
  /** Rows go. */
  DELETE,
  /** Nobody can tell from the statement: a {@code DO} block, a call of a function. */
  UNKNOWN;

  /** All that a script does. */
  static Set<Effect> of(Script script, MigrationType type) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    script.statements().forEach(statement -> effects.addAll(of(statement)));
    if (effects.contains(CREATE) && effects.contains(REMOVE)) {
      effects.add(REPLACE);
    }
    if (type != MigrationType.SCHEMA && effects.contains(INSERT)) {
      effects.add(CREATE);
    }
    if (type != MigrationType.SCHEMA && effects.contains(UPDATE)) {
      effects.addAll(EnumSet.of(ADD, REMOVE, RENAME));
    }
    return effects;
  }

  private static Set<Effect> of(Statement statement) {
    if (statement instanceof Statement.CreateTable) {
      return EnumSet.of(CREATE, ADD);
    } else if (statement instanceof Statement.CreateIndex) {
      return EnumSet.of(CREATE, ADD, INDEX);
    } else if (statement instanceof Statement.CreateObject create) {
      return create.orReplace()
          ? EnumSet.of(CREATE, ADD, CHANGE, REPLACE)
          : EnumSet.of(CREATE, ADD);
    } else if (statement instanceof Statement.DropIndex
        || statement instanceof Statement.DropObject) {
      return EnumSet.of(REMOVE);
    } else if (statement instanceof Statement.AlterTable alter) {
      Set<Effect> effects = EnumSet.of(CHANGE);
      alter.actions().forEach(action -> effects.addAll(of(action)));
      return effects;
    } else if (statement instanceof Statement.AlterObject alter) {
      return of(alter);
    } else if (statement instanceof Statement.ChangeRows change) {
      return ofRows(change.command());
    } else if (statement instanceof Statement.Query query) {
      return query.source().sql().contains("(")
          ? EnumSet.of(UNKNOWN)
          : EnumSet.noneOf(Effect.class);
    }
    return statement instanceof Statement.SetParameter
            || statement instanceof Statement.TransactionControl
        ? EnumSet.noneOf(Effect.class)
        : ofOther(statement.command());
  }

  private static Set<Effect> of(TableAction action) {
    if (action instanceof TableAction.AddColumn
        || action instanceof TableAction.AddConstraint
        || action instanceof TableAction.SetNotNull) {
      return EnumSet.of(ADD);
    } else if (action instanceof TableAction.DropColumn
        || action instanceof TableAction.DropConstraint
        || action instanceof TableAction.DropNotNull) {
      return EnumSet.of(REMOVE);
    } else if (action instanceof TableAction.RenameColumn
        || action instanceof TableAction.RenameConstraint
        || action instanceof TableAction.RenameTable) {
      return EnumSet.of(RENAME);
    } else if (action instanceof TableAction.ValidateConstraint) {
      return EnumSet.of(VALIDATE);
    } else if (action instanceof TableAction.AttachPartition) {
      return EnumSet.of(ATTACH, ADD);
    } else if (action instanceof TableAction.DetachPartition) {
      return EnumSet.of(DETACH, REMOVE);
    }
    return action instanceof TableAction.Written other
        ? ofWords(other.sql())
        : EnumSet.noneOf(Effect.class);
  }

  private static Set<Effect> of(Statement.AlterObject alter) {
    Set<Effect> effects = EnumSet.of(CHANGE);
    effects.addAll(ofWords(alter.source().sql()));
    if (alter.renamedTo().isPresent()) {
      effects.add(RENAME);
    }
    if (alter.addsEnumValue()) {
      effects.add(ADD);
    }
    return effects;
  }

  /** What an action does of which only the text is known: {@code SET DEFAULT} adds one. */
  private static Set<Effect> ofWords(String sql) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    for (String word : sql.toUpperCase(Locale.ROOT).split("\\W+", -1)) {
      switch (word) {
        case "ADD", "SET", "ENABLE", "IS" -> effects.add(ADD);
        case "DROP", "RESET", "DISABLE", "NO", "NULL" -> effects.add(REMOVE);
        case "RENAME" -> effects.add(RENAME);
        case "ATTACH" -> effects.add(ATTACH);
        case "VALIDATE" -> effects.add(VALIDATE);
        default -> {}
      }
    }
    return effects;
  }

  private static Set<Effect> ofRows(String command) {
    return switch (command) {
      case "INSERT", "COPY" -> EnumSet.of(INSERT, ADD);
      case "UPDATE" -> EnumSet.of(UPDATE, CHANGE);
      case "DELETE", "TRUNCATE" -> EnumSet.of(DELETE, REMOVE);
      default -> EnumSet.of(INSERT, ADD, UPDATE, CHANGE, DELETE, REMOVE);
    };
  }

  private static Set<Effect> ofOther(String command) {
    String first = command.split(" ", 2)[0];
    return switch (first) {
      case "GRANT" -> EnumSet.of(GRANT, ADD, CHANGE);
      case "REVOKE" -> EnumSet.of(REVOKE, REMOVE, CHANGE);
      case "REFRESH", "REINDEX", "VACUUM", "ANALYZE", "CLUSTER" -> EnumSet.of(MAINTAIN);
      case "COMMENT", "SECURITY" -> EnumSet.of(ADD, CHANGE, REMOVE);
      case "LOCK", "SET", "CHECKPOINT" -> EnumSet.noneOf(Effect.class);
      default -> EnumSet.of(UNKNOWN);
    };
  }
}
