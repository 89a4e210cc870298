package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened from one schema to another, object by object.
 *
 * @param gone the numbers of what is there no more
 * @param fresh the numbers of what is new
 * @param kept the numbers of what is there still and can have changed
 * @param recreated the numbers of what is there still and can only be changed back by making it
 *     anew, or is in the way of another change
 * @param freshColumns the new columns of kept tables
 * @param recreatedColumns the columns of kept tables that can only be made anew
 * @param columnsToAdd by kept table, its columns to add, gone ones and recreated ones
 * @param needs by number, what each object of the schema behind needs
 */
record Change(
    Schema before,
    Schema after,
    Set<Integer> gone,
    Set<Integer> fresh,
    Set<Integer> kept,
    Set<Integer> recreated,
    Set<Ref> freshColumns,
    Set<Ref> recreatedColumns,
    Map<Integer, List<Column>> columnsToAdd,
    Map<Integer, Set<Ref>> needs) {

  static Change between(Schema before, Schema after) {
    Change change =
        new Change(
            before,
            after,
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>(),
            new HashMap<>(),
            new HashMap<>());
    for (int oid : Touched.between(before, after)) {
      change.sort(oid);
    }
    after.objects().forEach(object -> change.needs.put(object.oid(), Needs.of(after, object)));
    new Recreation(change).find();
    change.kept.removeAll(change.recreated);
    change.kept.forEach(change::findColumnsToAdd);
    return change;
  }

  private void sort(int oid) {
    Optional<CatalogObject> was = before.get(oid).filter(o -> !Belongings.isTemporary(before, o));
    Optional<CatalogObject> is = after.get(oid).filter(o -> !Belongings.isTemporary(after, o));
    if (was.isPresent() && is.isPresent()) {
      kept.add(oid);
      if (was.get() instanceof Table old && is.get() instanceof Table now) {
        now.columns().stream()
            .filter(column -> old.column(column.number()).isEmpty() && isMade(now, column))
            .forEach(column -> freshColumns.add(new Ref(oid, column.number())));
      }
    } else if (was.isPresent() && isKnown(was.get())) {
      gone.add(oid);
    } else if (is.isPresent()) {
      fresh.add(oid);
    }
  }

  /** A column that a table only must have had, because it is used, is nobody's to drop. */
  private boolean isMade(Table table, Column column) {
    return column.type().known() || (table.complete() && !after.unsure(table));
  }

  /** What a script uses and none makes is not known well enough to be made again. */
  private static boolean isKnown(CatalogObject object) {
    return !(object instanceof Table table && !table.complete());
  }

  private void findColumnsToAdd(int oid) {
    if (before.get(oid).orElseThrow() instanceof Table was
        && after.get(oid).orElseThrow() instanceof Table is) {
      List<Column> columns = new ArrayList<>();
      for (Column column : was.columns()) {
        boolean missing =
            is.column(column.number()).isEmpty()
                || recreatedColumns.contains(new Ref(oid, column.number()));
        if (missing && column.type().known() && (column.local() || was.parents().isEmpty())) {
          columns.add(column);
        }
      }
      if (!columns.isEmpty()) {
        columnsToAdd.put(oid, columns);
      }
    }
  }

  /** What an object of the schema behind needs. */
  Set<Ref> needsOf(int oid) {
    return needs.getOrDefault(oid, Set.of());
  }

  /** Whether an object is dropped on the way back. */
  boolean drops(int oid) {
    return fresh.contains(oid) || recreated.contains(oid);
  }

  /** Whether a thing is dropped on the way back. */
  boolean drops(Ref ref) {
    return ref.column() == 0
        ? drops(ref.oid())
        : freshColumns.contains(ref) || recreatedColumns.contains(ref);
  }

  /** Whether an object goes along when something is dropped. */
  boolean goesAlong(CatalogObject object) {
    return Belongings.hosts(after, object).stream().anyMatch(this::drops);
  }

  /** The objects that need something, or a part of it. */
  Set<Integer> needing(Ref thing) {
    Set<Integer> needing = new HashSet<>();
    needs.forEach(
        (oid, refs) -> {
          boolean found =
              refs.stream()
                  .anyMatch(
                      ref ->
                          ref.oid() == thing.oid()
                              && (thing.column() == 0 || ref.column() == thing.column()));
          if (found) {
            needing.add(oid);
          }
        });
    return needing;
  }
}
