package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.IndexElement;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;

/** {@code CREATE INDEX} and {@code DROP INDEX}. */
final class IndexLocks {
  private final Taken taken;

  IndexLocks(Taken taken) {
    this.taken = taken;
  }

  void create(Statement.CreateIndex create) {
    Optional<Integer> table = taken.relation(create.table()).map(CatalogObject::oid);
    if (table.isEmpty()) {
      taken.unproven("`%s` is not known".formatted(create.table().sql()));
      return;
    }
    LockMode mode = create.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.SHARE;
    taken.lock(table.get(), mode);
    if (create.ifNotExists() && isThere(create, table.get())) {
      return;
    }
    if (!taken.partitioned(table.get())) {
      taken.scan(table.get());
    } else if (!create.only()) {
      List<String> columns = create.elements().stream().map(e -> e.column().orElse("")).toList();
      boolean plain =
          create.clauses().where().isEmpty()
              && create.clauses().include().isEmpty()
              && create.elements().stream().allMatch(IndexLocks::isPlain);
      build(table.get(), plain ? columns : List.of(), create.unique(), false);
    }
  }

  private static boolean isPlain(IndexElement element) {
    return element.column().isPresent()
        && element.operatorClass().isEmpty()
        && element.collation().isEmpty();
  }

  private boolean isThere(Statement.CreateIndex create, int table) {
    int scope = taken.before().get(table).map(CatalogObject::scope).orElse(0);
    return create.name().isPresent()
        && taken.before().inRelations(scope, create.name().get().name()).found().isPresent();
  }

  /**
   * Builds the same index on a table and its partitions; a partition's own one is taken over.
   *
   * @param columns its key; empty if it is more than columns
   * @param ofConstraint whether only an index of a constraint can be taken over
   */
  void build(int table, List<String> columns, boolean unique, boolean ofConstraint) {
    if (!taken.partitioned(table)) {
      taken.scan(table);
      return;
    }
    for (int partition : taken.family(table)) {
      taken.lock(partition, LockMode.SHARE);
      if (!taken.partitioned(partition) && !hasIndex(partition, columns, unique, ofConstraint)) {
        taken.scan(partition);
      }
    }
  }

  /** Whether a table has a whole, valid index on just these columns. */
  boolean hasIndex(int table, List<String> columns, boolean unique, boolean ofConstraint) {
    return !columns.isEmpty()
        && taken.before().indexes(table).stream()
            .filter(index -> index.valid() && index.predicate().isEmpty() && index.parent() == 0)
            .filter(index -> !unique || index.unique())
            .filter(index -> !ofConstraint || isOfConstraint(index))
            .anyMatch(index -> names(table, index).equals(columns));
  }

  boolean isOfConstraint(Index index) {
    return taken.before().of(index.table(), Constraint.class).stream()
        .anyMatch(constraint -> constraint.index() == index.oid());
  }

  private List<String> names(int table, Index index) {
    return index.parts().stream()
        .map(
            part ->
                taken
                    .before()
                    .get(table, Relation.class)
                    .flatMap(t -> t.column(part.column()))
                    .map(Column::name)
                    .orElse(""))
        .toList();
  }

  void drop(Statement.DropIndex drop) {
    LockMode mode =
        drop.concurrently() ? LockMode.SHARE_UPDATE_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE;
    for (QualifiedName name : drop.names()) {
      Optional<Index> index = taken.before().index(name).found();
      if (index.isPresent()) {
        taken.lock(index.get().table(), mode);
        taken.lock(index.get().oid(), mode);
        if (taken.table(index.get().table()).flatMap(Table::partitionBy).isPresent()) {
          taken.lock(taken.family(index.get().table()), mode);
        }
        if (drop.cascade()) {
          new DropLocks(taken).dependents(index.get().oid());
        }
      } else if (!taken.before().index(name).absent()) {
        taken.unproven("the table of `%s` is not known".formatted(name.sql()));
      }
    }
  }
}
