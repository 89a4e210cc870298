package dev.ngdi.migration.schema;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which objects were touched on the way to a schema, the last first; schemas of one history share
 * what they have in common.
 */
final class Trail {
  private final int oid;
  private final Optional<Trail> before;
  private final int length;

  private Trail(int oid, Optional<Trail> before, int length) {
    this.oid = oid;
    this.before = before;
    this.length = length;
  }

  static Trail start() {
    return new Trail(0, Optional.empty(), 0);
  }

  Trail with(int touched) {
    return new Trail(touched, Optional.of(this), length + 1);
  }

  /** What was touched since two ways parted; empty if they never met. */
  static Optional<Set<Integer>> since(Trail one, Trail other) {
    Set<Integer> touched = new HashSet<>();
    Trail first = one;
    Trail second = other;
    while (first != second) {
      Trail longer = first.length >= second.length ? first : second;
      if (longer.before.isEmpty()) {
        return Optional.empty();
      }
      touched.add(longer.oid);
      if (longer == first) {
        first = longer.before.get();
      } else {
        second = longer.before.get();
      }
    }
    return Optional.of(touched);
  }
}
