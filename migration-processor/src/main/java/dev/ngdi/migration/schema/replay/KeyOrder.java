package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The order in which a new table or column gets its keys: the primary one first, and of several
 * that are the same only one.
 */
final class KeyOrder {
  private static final Set<Kind> KEYS = Set.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUDE);

  private KeyOrder() {}

  static List<ConstraintDefinition> of(List<ConstraintDefinition> constraints) {
    List<ConstraintDefinition> ordered = new ArrayList<>();
    constraints.stream().filter(c -> c.kind() == Kind.PRIMARY_KEY).forEach(ordered::add);
    for (ConstraintDefinition constraint : constraints) {
      if (isKey(constraint) && constraint.kind() != Kind.PRIMARY_KEY) {
        add(ordered, constraint);
      }
    }
    return ordered;
  }

  static boolean isKey(ConstraintDefinition constraint) {
    return KEYS.contains(constraint.kind());
  }

  private static void add(List<ConstraintDefinition> ordered, ConstraintDefinition key) {
    for (int i = 0; i < ordered.size(); i++) {
      ConstraintDefinition prior = ordered.get(i);
      if (same(prior, key)) {
        if (prior.name().isEmpty()) {
          ordered.set(i, named(prior, key));
        }
        return;
      }
    }
    ordered.add(key);
  }

  private static boolean same(ConstraintDefinition a, ConstraintDefinition b) {
    boolean exclusion = a.kind() == Kind.EXCLUDE;
    return exclusion == (b.kind() == Kind.EXCLUDE)
        && a.elements().equals(b.elements())
        && a.columns().equals(b.columns())
        && a.index().equals(b.index())
        && a.state().equals(b.state());
  }

  private static ConstraintDefinition named(ConstraintDefinition key, ConstraintDefinition from) {
    return new ConstraintDefinition(
        key.kind(),
        from.name(),
        key.sql(),
        key.columns(),
        key.expression(),
        key.references(),
        key.elements(),
        key.usingIndex(),
        key.index(),
        key.state());
  }
}
