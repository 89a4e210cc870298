package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Condition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Partitions that come and go, and the rows that are read to see whether they belong there. */
final class PartitionLocks {
  private final Taken taken;

  PartitionLocks(Taken taken) {
    this.taken = taken;
  }

  void attach(Table parent, TableAction.AttachPartition attach) {
    Optional<Table> partition = taken.table(attach.partition());
    if (partition.isEmpty()) {
      taken.unproven("`%s` is not known".formatted(attach.partition().sql()));
      return;
    }
    int oid = partition.get().oid();
    taken.lock(taken.family(oid), LockMode.ACCESS_EXCLUSIVE);
    Optional<Condition> goal = belongs(parent, attach.bound(), oid);
    taken.family(oid).forEach(leaf -> check(leaf, goal));
    defaultPartition(parent, attach.bound());
    for (Index index : taken.before().indexes(parent.oid())) {
      taken.family(oid).forEach(leaf -> index(parent, index, leaf));
    }
    ForeignKeys.from(taken.before(), parent.oid()).forEach(key -> foreignKey(key, oid));
    ForeignKeys.to(taken.before(), parent.oid()).forEach(this::referencing);
  }

  /** A new partition; it has no rows yet. */
  void create(Table parent, String bound) {
    taken.lock(parent.oid(), LockMode.ACCESS_EXCLUSIVE);
    defaultPartition(parent, bound);
    ForeignKeys.from(taken.before(), parent.oid())
        .forEach(
            key ->
                taken.lock(
                    taken.family(ForeignKeys.referenced(key)), LockMode.SHARE_ROW_EXCLUSIVE));
    ForeignKeys.to(taken.before(), parent.oid()).forEach(this::referencing);
  }

  private void referencing(Constraint key) {
    LockMode mode = taken.postgres() >= 15 ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_SHARE;
    taken.lock(key.scope(), mode);
  }

  private void defaultPartition(Table parent, String bound) {
    if (Bounds.isDefault(bound)) {
      return;
    }
    Optional<Condition> goal = Bounds.of(parent).flatMap(bounds -> bounds.outside(bound));
    for (Table sibling : taken.before().children(parent.oid())) {
      if (sibling.bound().filter(Bounds::isDefault).isPresent()) {
        taken.lock(taken.family(sibling.oid()), LockMode.ACCESS_EXCLUSIVE);
        taken.family(sibling.oid()).forEach(leaf -> check(leaf, goal));
      }
    }
  }

  /** What the rows of a partition must be, its parents' own bounds included. */
  private Optional<Condition> belongs(Table parent, String bound, int partition) {
    List<Optional<Condition>> parts = new ArrayList<>();
    Optional<Bounds> bounds = Bounds.of(parent);
    if (Bounds.isDefault(bound)) {
      for (Table sibling : taken.before().children(parent.oid())) {
        if (sibling.oid() != partition) {
          parts.add(bounds.flatMap(b -> b.outside(sibling.bound().orElse(""))));
        }
      }
    } else {
      parts.add(bounds.flatMap(b -> b.inside(bound)));
    }
    if (parent.isPartition()) {
      Optional<Table> above = parent.parents().stream().findFirst().flatMap(taken::table);
      parts.add(above.flatMap(p -> belongs(p, parent.bound().orElse(""), parent.oid())));
    }
    return parts.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(new Condition.All(parts.stream().flatMap(Optional::stream).toList()));
  }

  private void check(int oid, Optional<Condition> goal) {
    Optional<Table> table = taken.table(oid);
    if (table.isEmpty()) {
      return;
    }
    Implication known = new Implication(taken.before(), table.get(), constraint -> true);
    if (goal.filter(known::implies).isEmpty()) {
      taken.scan(oid);
      boolean checks =
          taken.before().of(oid, Constraint.class).stream().anyMatch(c -> c.type() == Kind.CHECK);
      if (!taken.known(oid) || known.doubtful() || (goal.isEmpty() && checks)) {
        taken.assumed(
            oid,
            "whether the checks of `%s` make sure of its bound is not known"
                .formatted(table.get().name()));
      }
    }
  }

  private void index(Table parent, Index index, int leaf) {
    List<String> columns =
        index.predicate().isPresent()
            ? List.of()
            : index.parts().stream()
                .map(part -> parent.column(part.column()).map(Column::name).orElse(""))
                .toList();
    IndexLocks indexes = new IndexLocks(taken);
    if (!indexes.hasIndex(leaf, columns, index.unique(), indexes.isOfConstraint(index))) {
      taken.scan(leaf);
    }
  }

  private void foreignKey(Constraint key, int partition) {
    int referenced = ForeignKeys.referenced(key);
    boolean there =
        ForeignKeys.from(taken.before(), partition).stream()
            .anyMatch(
                own ->
                    ForeignKeys.referenced(own) == referenced
                        && names(partition, own.columns())
                            .equals(names(key.scope(), key.columns())));
    taken.lock(
        taken.family(referenced), there ? LockMode.ACCESS_EXCLUSIVE : LockMode.SHARE_ROW_EXCLUSIVE);
    if (!there && key.state().validated() && key.state().enforced()) {
      taken.family(partition).forEach(taken::scan);
      taken.family(referenced).forEach(taken::scan);
    }
  }

  private List<String> names(int table, List<Integer> columns) {
    Optional<Relation> relation = taken.before().get(table, Relation.class);
    return columns.stream()
        .map(n -> relation.flatMap(r -> r.column(n)).map(Column::name).orElse(""))
        .toList();
  }

  void detach(Table parent, TableAction.DetachPartition detach) {
    Optional<Table> partition = taken.table(detach.partition());
    if (partition.isEmpty()) {
      taken.unproven("`%s` is not known".formatted(detach.partition().sql()));
      return;
    }
    taken.lock(partition.get().oid(), LockMode.ACCESS_EXCLUSIVE);
    taken.before().children(parent.oid()).stream()
        .filter(sibling -> sibling.bound().filter(Bounds::isDefault).isPresent())
        .forEach(sibling -> taken.lock(sibling.oid(), LockMode.ACCESS_EXCLUSIVE));
    for (Constraint key : ForeignKeys.from(taken.before(), parent.oid())) {
      taken.lock(taken.family(ForeignKeys.referenced(key)), LockMode.SHARE_ROW_EXCLUSIVE);
    }
    for (Constraint key : ForeignKeys.to(taken.before(), parent.oid())) {
      taken.lock(key.scope(), LockMode.ACCESS_EXCLUSIVE);
      taken.scan(key.scope());
    }
  }
}
