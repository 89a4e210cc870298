package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which objects can be different in two schemas. */
final class Touched {
  private Touched() {}

  /** Their numbers, in order; what is the same in both may be among them. */
  static Set<Integer> between(Schema one, Schema other) {
    Optional<Set<Integer>> known = one.touchedSince(other);
    Set<Integer> touched = new TreeSet<>();
    if (known.isPresent()) {
      touched.addAll(known.get());
    } else {
      one.objects().forEach(object -> touched.add(object.oid()));
      other.objects().forEach(object -> touched.add(object.oid()));
    }
    for (int oid : Set.copyOf(touched)) {
      for (Schema schema : List.of(one, other)) {
        schema.get(oid).ifPresent(object -> touched.addAll(toldWith(schema, object)));
      }
    }
    return touched;
  }

  /** What is described together with an object. */
  private static Set<Integer> toldWith(Schema schema, CatalogObject object) {
    Set<Integer> others = new HashSet<>();
    if (object instanceof ColumnDefault || object instanceof Constraint) {
      others.add(object.scope());
    } else if (object instanceof Sequence sequence) {
      others.add(sequence.owner().oid());
    } else if (object instanceof Index index) {
      schema.of(index.table(), Constraint.class).stream()
          .filter(constraint -> constraint.index() == index.oid())
          .forEach(constraint -> others.add(constraint.oid()));
    }
    return others;
  }
}
