package dev.ngdi.migration.rules;

import static dev.ngdi.migration.rules.Effect.ADD;
import static dev.ngdi.migration.rules.Effect.ATTACH;
import static dev.ngdi.migration.rules.Effect.CHANGE;
import static dev.ngdi.migration.rules.Effect.CREATE;
import static dev.ngdi.migration.rules.Effect.DELETE;
import static dev.ngdi.migration.rules.Effect.DETACH;
import static dev.ngdi.migration.rules.Effect.GRANT;
import static dev.ngdi.migration.rules.Effect.INDEX;
import static dev.ngdi.migration.rules.Effect.INSERT;
import static dev.ngdi.migration.rules.Effect.MAINTAIN;
import static dev.ngdi.migration.rules.Effect.REMOVE;
import static dev.ngdi.migration.rules.Effect.RENAME;
import static dev.ngdi.migration.rules.Effect.REPLACE;
import static dev.ngdi.migration.rules.Effect.REVOKE;
import static dev.ngdi.migration.rules.Effect.UPDATE;
import static dev.ngdi.migration.rules.Effect.VALIDATE;

import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.sql.Script;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The actions that a migration's name may begin with, and what each promises. */
final class Vocabulary {
  private static final Map<String, Set<Effect>> ACTIONS = new TreeMap<>();

  static {
    define(EnumSet.of(CREATE), "create", "introduce");
    define(EnumSet.of(ADD), "add", "append", "register");
    define(EnumSet.of(REMOVE), "remove", "drop", "delete", "unlink");
    define(EnumSet.of(REMOVE, UPDATE), "clean", "clear", "deduplicate", "prune", "purge");
    define(EnumSet.of(DELETE), "truncate");
    define(EnumSet.of(RENAME), "rename");
    define(EnumSet.of(CHANGE, REPLACE), "alter", "change", "modify", "adjust", "deprecate");
    define(EnumSet.of(CHANGE, REPLACE, INSERT, MAINTAIN), "update");
    define(EnumSet.of(CHANGE, REPLACE, INSERT), "set", "reset", "assign", "mark", "link");
    define(EnumSet.of(CHANGE, REPLACE, CREATE), "replace", "recreate", "redefine", "swap");
    define(EnumSet.of(CHANGE, ADD, REVOKE), "tighten", "require", "enforce", "restrict", "protect");
    define(EnumSet.of(CHANGE, REMOVE, ADD, GRANT), "relax", "loosen", "allow");
    define(EnumSet.of(CHANGE, ADD), "extend", "expand", "widen", "enlarge");
    define(EnumSet.of(CHANGE, REMOVE), "narrow", "shrink", "contract");
    define(EnumSet.of(UPDATE, INSERT), "fill", "backfill", "populate", "compute", "recompute");
    define(EnumSet.of(INSERT, UPDATE, CREATE), "copy", "duplicate");
    define(EnumSet.of(INSERT), "insert", "seed", "load");
    define(EnumSet.of(INSERT, CREATE), "import");
    define(EnumSet.of(INSERT, UPDATE, DELETE, CHANGE, REPLACE, CREATE), "move", "archive", "sync");
    define(EnumSet.of(INSERT, UPDATE, CHANGE, REPLACE), "convert", "transform", "encode", "decode");
    define(EnumSet.of(INSERT, UPDATE, DELETE, CHANGE), "normalise", "normalize");
    define(EnumSet.of(UPDATE, DELETE), "anonymise", "anonymize", "mask", "encrypt", "hash");
    define(EnumSet.of(INDEX), "index");
    define(EnumSet.of(GRANT), "grant");
    define(EnumSet.of(REVOKE), "revoke");
    define(EnumSet.of(CHANGE, ADD), "enable", "activate");
    define(EnumSet.of(CHANGE, REMOVE), "disable", "deactivate");
    define(EnumSet.of(ATTACH), "attach");
    define(EnumSet.of(DETACH), "detach");
    define(EnumSet.of(CREATE, ATTACH, CHANGE), "partition");
    define(EnumSet.of(VALIDATE), "validate");
    define(EnumSet.of(MAINTAIN, UPDATE, INSERT), "refresh");
    define(EnumSet.of(MAINTAIN, REPLACE, INDEX), "rebuild");
    define(EnumSet.of(MAINTAIN), "reindex", "analyze", "vacuum", "cluster");
    define(EnumSet.of(CHANGE), "comment", "document", "describe", "upgrade");
    define(EnumSet.of(CREATE, CHANGE), "install");
    define(
        EnumSet.complementOf(EnumSet.of(Effect.UNKNOWN)),
        "correct",
        "fix",
        "repair",
        "restore",
        "revert",
        "merge",
        "split",
        "extract",
        "migrate");
  }

  private Vocabulary() {}

  private static void define(Set<Effect> effects, String... actions) {
    for (String action : actions) {
      ACTIONS.put(action, effects);
    }
  }

  /** The built-in actions in alphabetical order. */
  static Set<String> actions() {
    return Collections.unmodifiableSet(ACTIONS.keySet());
  }

  /** Whether the action is known, from here or from the policy. */
  static boolean knows(String action, Policy policy) {
    return ACTIONS.containsKey(action) || policy.actions().contains(action);
  }

  /**
   * The up script of a subject whose name can be compared with it: the name is well formed and
   * begins with a built-in action, the script was read whole, and all it does is known.
   */
  static boolean canCompare(Subject subject) {
    return subject
            .name()
            .map(MigrationName::action)
            .filter(ACTIONS::containsKey)
            .filter(action -> !subject.policy().actions().contains(action))
            .isPresent()
        && subject.up().filter(Vocabulary::isReadable).isPresent()
        && !subject.effects().contains(Effect.UNKNOWN);
  }

  private static boolean isReadable(Script script) {
    return script.problems().isEmpty() && !script.statements().isEmpty();
  }

  /** Whether a name that {@linkplain #canCompare can be compared} promises what the SQL does. */
  static boolean keepsPromise(Subject subject) {
    return subject
        .name()
        .map(name -> ACTIONS.getOrDefault(name.action(), Set.of()))
        .filter(promised -> !Collections.disjoint(promised, subject.effects()))
        .isPresent();
  }
}
