package dev.ngdi.migration.schema;

import dev.ngdi.migration.schema.NameKey.Space;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The objects' numbers by name. Immutable. */
final class NameIndex {
  static final NameIndex NONE = new NameIndex(HashTreePMap.empty());

  private static final PVector<Integer> NOTHING = TreePVector.empty();

  private final PMap<NameKey, PVector<Integer>> oids;

  private NameIndex(PMap<NameKey, PVector<Integer>> oids) {
    this.oids = oids;
  }

  NameIndex with(CatalogObject object) {
    NameIndex added = with(NameKey.of(object), object.oid());
    return object instanceof Constraint
        ? added.with(NameKey.ofAnyConstraint(object.name()), object.oid())
        : added;
  }

  NameIndex without(CatalogObject object) {
    NameIndex left = without(NameKey.of(object), object.oid());
    return object instanceof Constraint
        ? left.without(NameKey.ofAnyConstraint(object.name()), object.oid())
        : left;
  }

  /** The numbers of what is found under a key; several only of routines and constraints. */
  List<Integer> find(NameKey key) {
    return oids.getOrDefault(key, NOTHING);
  }

  /** The numbers of the schemas in a search path that there are, the built-in ones before them. */
  List<Integer> path(List<String> names) {
    List<Integer> found = new ArrayList<>(List.of(Schema.PG_TEMP, Schema.PG_CATALOG));
    for (String name : names) {
      for (int oid : find(new NameKey(Space.SCHEMA, 0, name))) {
        if (!found.contains(oid)) {
          found.add(oid);
        }
      }
    }
    return List.copyOf(found);
  }

  private NameIndex with(NameKey key, int oid) {
    return new NameIndex(oids.plus(key, oids.getOrDefault(key, NOTHING).plus(oid)));
  }

  private NameIndex without(NameKey key, int oid) {
    PVector<Integer> left = oids.getOrDefault(key, NOTHING).minus((Object) oid);
    return new NameIndex(left.isEmpty() ? oids.minus(key) : oids.plus(key, left));
  }
}
