package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement can do to something.
 *
 * @param kind of what kind it is
 * @param owner what the table can be called that it belongs to; empty for what is in a schema
 * @param name what it can be called
 * @param way what can be done
 */
record Trace(
    Class<? extends CatalogObject> kind, Optional<PartialName> owner, PartialName name, Way way) {

  enum Way {
    MADE,
    CHANGED,
    REPLACED,
    /** With all that needs it. */
    DROPPED,
    /** Alone, which an index that a constraint needs cannot be. */
    DROPPED_ALONE
  }

  static Trace of(Class<? extends CatalogObject> kind, PartialName name, Way way) {
    return new Trace(kind, Optional.empty(), name, way);
  }

  static Trace of(
      Class<? extends CatalogObject> kind, PartialName owner, PartialName name, Way way) {
    return new Trace(kind, Optional.of(owner), name, way);
  }

  /** Makes unsure what it is about. */
  void mark(Work work) {
    Schema before = work.schema();
    if (way == Way.MADE || way == Way.REPLACED) {
      work.set(work.schema().withMore(kind, owner, name));
    }
    if (way != Way.MADE) {
      boolean any = way != Way.DROPPED_ALONE;
      work.set(
          work.schema()
              .withChanged(kind, owner, name, object -> any || !isOfConstraint(before, object)));
    }
    if (way == Way.DROPPED) {
      Set<Integer> needing = new HashSet<>();
      before.all(kind).stream()
          .filter(object -> work.schema().unsure(object.oid()) && !before.unsure(object.oid()))
          .forEach(object -> collect(before, object.oid(), needing));
      needing.forEach(oid -> work.set(work.schema().withUnsure(oid)));
    }
  }

  private static boolean isOfConstraint(Schema schema, CatalogObject index) {
    return schema.needs(index.oid()).stream()
        .anyMatch(need -> need.type() == Dependency.Type.INTERNAL);
  }

  private static void collect(Schema schema, int oid, Set<Integer> into) {
    for (Dependency dependency : schema.dependents(Ref.to(oid))) {
      int dependent = dependency.dependent().oid();
      if (into.add(dependent)) {
        collect(schema, dependent, into);
      }
    }
  }
}
