package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import java.util.HashSet;
import java.util.Set;

/**
 * Tables that were there before and of which not all is known: one can be a partition of another,
 * and views can read them.
 */
final class Unseen {
  private Unseen() {}

  /** Whether something is or belongs to such a table. */
  static boolean has(Work work, int oid) {
    return work.schema()
        .get(oid)
        .map(object -> object instanceof Table ? object.oid() : object.scope())
        .flatMap(table -> work.get(table, Table.class))
        .filter(table -> !table.complete())
        .isPresent();
  }

  /**
   * Makes unsure what can have gone with such a table, or with a column of it.
   *
   * @param cascade whether what reads it goes too
   */
  static void doubt(Work work, boolean cascade) {
    Set<Integer> done = new HashSet<>();
    for (Relation relation : work.schema().all(Relation.class)) {
      boolean unseen = relation instanceof Table && !relation.complete();
      if (unseen || (cascade && relation instanceof View)) {
        doubt(work, relation.oid(), cascade, done);
      }
    }
  }

  private static void doubt(Work work, int oid, boolean cascade, Set<Integer> done) {
    if (!done.add(oid)) {
      return;
    }
    work.set(work.schema().withUnsure(oid));
    for (Dependency dependency : work.schema().dependents(Ref.to(oid))) {
      int dependent = dependency.dependent().oid();
      boolean reads = cascade && work.get(dependent, View.class).isPresent();
      if (reads || work.get(dependent, Sequence.class).isPresent()) {
        doubt(work, dependent, cascade, done);
      }
    }
  }

  /** Makes unsure what can have a column of such a table, which is changed, from it. */
  static void doubtHeirs(Work work, Table table, String column) {
    if (!table.complete()) {
      doubtHeirs(work, table.oid(), column);
    }
  }

  /** The same of a table that may have been there, by its number or 0. */
  static void doubtHeirs(Work work, int table, String column) {
    for (Table other : work.schema().all(Table.class)) {
      boolean heir = other.oid() != table && !other.complete() && other.column(column).isPresent();
      if (heir) {
        work.set(work.schema().withUnsure(other.oid()));
      }
    }
  }
}
