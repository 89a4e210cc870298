package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableElement;
import java.util.Optional;

/** {@code CREATE TABLE}: what it refers to, inherits from, copies and reads. */
final class CreateTableLocks {
  private final Taken taken;

  CreateTableLocks(Taken taken) {
    this.taken = taken;
  }

  void create(Statement.CreateTable create) {
    if (create.ifNotExists() && taken.before().inRelations(create.table()).found().isPresent()) {
      return;
    }
    for (TableElement element : create.elements()) {
      if (element instanceof TableElement.Column column) {
        column.constraints().forEach(constraint -> reference(create, constraint));
      } else if (element instanceof TableElement.Constraint constraint) {
        reference(create, constraint.definition());
      } else if (element instanceof TableElement.Like like) {
        lock(like.table(), LockMode.ACCESS_SHARE);
      }
    }
    TableElement.Clauses clauses = create.clauses();
    clauses.inherits().forEach(parent -> lock(parent, LockMode.SHARE_UPDATE_EXCLUSIVE));
    clauses.partitionOf().ifPresent(parent -> partition(parent, clauses.bound()));
    clauses
        .query()
        .ifPresent(
            query -> {
              RowLocks rows = new RowLocks(taken);
              if (clauses.withData()) {
                rows.read(query);
              } else {
                rows.mention(query);
              }
            });
  }

  private void partition(QualifiedName name, String bound) {
    Optional<Table> parent = taken.table(name);
    if (parent.isPresent()) {
      new PartitionLocks(taken).create(parent.get(), bound);
    } else {
      taken.unproven("`%s` is not known".formatted(name.sql()));
    }
  }

  private void reference(Statement.CreateTable create, ConstraintDefinition constraint) {
    constraint
        .references()
        .filter(references -> !references.table().equals(create.table()))
        .flatMap(references -> taken.table(references.table()))
        .ifPresent(t -> taken.lock(taken.family(t.oid()), LockMode.SHARE_ROW_EXCLUSIVE));
  }

  private void lock(QualifiedName name, LockMode mode) {
    taken.relation(name).map(CatalogObject::oid).ifPresent(oid -> taken.lock(oid, mode));
  }
}
