package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds what is new and in use by something that has to be changed back first. */
final class Late {
  private Late() {}

  /** The numbers of new objects that can only be dropped at the end. */
  static Set<Integer> of(Change change) {
    Set<Integer> late = new HashSet<>();
    Deque<Integer> found = new ArrayDeque<>();
    change
        .needs()
        .forEach(
            (user, needs) -> {
              if (!change.drops(user) && !goesAlong(change, user)) {
                needs.forEach(need -> add(change, user, need, late, found));
              }
            });
    while (!found.isEmpty()) {
      int user = found.pop();
      change.needsOf(user).forEach(need -> add(change, user, need, late, found));
      change
          .needs()
          .forEach(
              (other, needs) -> {
                if (change.drops(other) && belongs(change, other, user)) {
                  needs.forEach(need -> add(change, other, need, late, found));
                }
              });
    }
    return late;
  }

  private static boolean goesAlong(Change change, int oid) {
    return change.goesAlong(change.after().get(oid).orElseThrow());
  }

  private static boolean belongs(Change change, int oid, int owner) {
    CatalogObject object = change.after().get(oid).orElseThrow();
    return Belongings.belongs(change.after(), object, owner);
  }

  private static void add(
      Change change, int user, Ref need, Set<Integer> late, Deque<Integer> found) {
    boolean released =
        change.after().get(user, Table.class).filter(t -> isReleased(t, need)).isPresent();
    if (change.fresh().contains(need.oid()) && !released && late.add(need.oid())) {
      found.add(need.oid());
    }
  }

  private static boolean isReleased(Table table, Ref need) {
    return table.parents().contains(need.oid()) || table.ofType() == need.oid();
  }
}
