package dev.ngdi.migration.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pcollections.IntTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** Who needs whom, to be asked from both sides. Immutable. */
final class Dependencies {
  static final Dependencies NONE = new Dependencies(IntTreePMap.empty(), IntTreePMap.empty());

  private static final PMap<Integer, PVector<Dependency>> NOBODY = IntTreePMap.empty();

  /** By what is needed, then by what needs it: much can need one thing, a schema for one. */
  private final PMap<Integer, PMap<Integer, PVector<Dependency>>> dependents;

  private final PMap<Integer, PVector<Dependency>> needs;

  private Dependencies(
      PMap<Integer, PMap<Integer, PVector<Dependency>>> dependents,
      PMap<Integer, PVector<Dependency>> needs) {
    this.dependents = dependents;
    this.needs = needs;
  }

  Dependencies with(Dependency dependency) {
    int needed = dependency.referenced().oid();
    int needing = dependency.dependent().oid();
    return new Dependencies(
        dependents.plus(needed, plus(ofNeeded(needed), needing, dependency)),
        plus(needs, needing, dependency));
  }

  Dependencies without(Dependency dependency) {
    int needed = dependency.referenced().oid();
    int needing = dependency.dependent().oid();
    PMap<Integer, PVector<Dependency>> left = minus(ofNeeded(needed), needing, dependency);
    return new Dependencies(
        left.isEmpty() ? dependents.minus(needed) : dependents.plus(needed, left),
        minus(needs, needing, dependency));
  }

  /** The numbers of what needs an object. */
  Set<Integer> dependents(int oid) {
    return ofNeeded(oid).keySet();
  }

  /** What needs an object or, with a column, that column; the whole as well. */
  List<Dependency> on(Ref referenced) {
    List<Dependency> found = new ArrayList<>();
    for (PVector<Dependency> ofOne : ofNeeded(referenced.oid()).values()) {
      for (Dependency dependency : ofOne) {
        if (referenced.column() == 0 || dependency.referenced().column() == referenced.column()) {
          found.add(dependency);
        }
      }
    }
    return List.copyOf(found);
  }

  /** What an object needs. */
  List<Dependency> of(int oid) {
    return needs.getOrDefault(oid, TreePVector.empty());
  }

  private PMap<Integer, PVector<Dependency>> ofNeeded(int oid) {
    return dependents.getOrDefault(oid, NOBODY);
  }

  private static PMap<Integer, PVector<Dependency>> plus(
      PMap<Integer, PVector<Dependency>> map, int oid, Dependency dependency) {
    return map.plus(oid, map.getOrDefault(oid, TreePVector.empty()).plus(dependency));
  }

  private static PMap<Integer, PVector<Dependency>> minus(
      PMap<Integer, PVector<Dependency>> map, int oid, Dependency dependency) {
    PVector<Dependency> left =
        map.getOrDefault(oid, TreePVector.empty()).minus((Object) dependency);
    return left.isEmpty() ? map.minus(oid) : map.plus(oid, left);
  }
}
