package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The statements that lead from a schema back to the one before. Objects are the same if they have
 * the same number: what has another name was renamed, not dropped and made anew.
 *
 * <p>First goes what is new; then what is there gets its old names; then it is changed back and
 * what is gone is made again, each behind what it needs; last goes what is new and was in use until
 * then. Rows come back with none of these.
 */
public final class Restore {
  private Restore() {}

  /**
   * The way back, in an order that runs.
   *
   * @param before the schema to come back to
   * @param after a schema that statements made of it
   * @param concurrently whether indexes of tables that stay are dropped and made {@code
   *     CONCURRENTLY}, which no transaction block takes
   * @return statements without semicolons; none if there is nothing to take back
   */
  public static List<String> of(Schema before, Schema after, boolean concurrently) {
    Change change = Change.between(before, after);
    Renames renames = new Renames(change);
    List<String> statements = new ArrayList<>(Releases.of(change));
    statements.addAll(renames.makeRoom());
    Drops drops = new Drops(change, concurrently);
    statements.addAll(drops.early(renames.current()));
    Set<Integer> wanted = new HashSet<>(change.gone());
    wanted.addAll(change.recreated());
    for (Namespace namespace : before.all(Namespace.class)) {
      if (wanted.remove(namespace.oid())) {
        statements.add(OtherDdl.create(namespace));
        statements.addAll(AccessDdl.of(before, namespace));
      }
    }
    statements.addAll(renames.back());
    Map<Integer, List<String>> changes = new HashMap<>();
    for (int oid : change.kept()) {
      CatalogObject was = before.get(oid).orElseThrow();
      List<String> found = KeptChanges.of(change, was, after.get(oid).orElseThrow());
      if (!found.isEmpty() || change.columnsToAdd().containsKey(oid)) {
        changes.put(oid, found);
      }
    }
    statements.addAll(
        new Creation(
                before, new Wanted(before, wanted, change.columnsToAdd(), changes, concurrently))
            .statements());
    statements.addAll(drops.late(renames.current()));
    return List.copyOf(statements);
  }

  /** The way back inside a transaction block. */
  public static List<String> of(Schema before, Schema after) {
    return of(before, after, false);
  }
}
