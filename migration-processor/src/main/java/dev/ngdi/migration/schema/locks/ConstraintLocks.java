package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;

/** Constraints that are added, validated and altered. */
final class ConstraintLocks {
  private final Taken taken;

  ConstraintLocks(Taken taken) {
    this.taken = taken;
  }

  void add(Table table, Iterable<Integer> reached, ConstraintDefinition constraint) {
    boolean checked = !constraint.state().notValid() && !constraint.state().notEnforced();
    switch (constraint.kind()) {
      case CHECK -> {
        if (checked) {
          Iterable<Integer> tables =
              constraint.state().noInherit() ? List.of(table.oid()) : reached;
          tables.forEach(taken::scan);
        }
      }
      case NOT_NULL -> {
        if (checked) {
          constraint.columns().forEach(column -> new NotNullLocks(taken).set(reached, column));
        }
      }
      case FOREIGN_KEY -> {
        boolean filled = constraint.columns().stream().allMatch(c -> hasValue(table, c));
        reference(table, reached, constraint, checked, checked && filled);
      }
      case PRIMARY_KEY, UNIQUE, EXCLUDE -> index(table, reached, constraint);
    }
  }

  /** Of a new column only its default; one that the statement does not find is taken to have. */
  private boolean hasValue(Table table, String column) {
    return table.column(column).isPresent()
        || taken
            .after()
            .get(table.oid(), Table.class)
            .flatMap(t -> t.column(column))
            .filter(c -> c.defaultOid() == 0)
            .isEmpty();
  }

  private void index(Table table, Iterable<Integer> reached, ConstraintDefinition constraint) {
    if (constraint.kind() == Kind.PRIMARY_KEY) {
      NotNullLocks notNull = new NotNullLocks(taken);
      for (String column : keyColumns(table, constraint)) {
        boolean reaches = table.partitionBy().isPresent() && !notNull.isSet(table.oid(), column);
        Iterable<Integer> tables = reaches ? taken.family(table.oid()) : reached;
        tables.forEach(oid -> taken.lock(oid, LockMode.ACCESS_EXCLUSIVE));
        notNull.set(tables, column);
      }
    }
    if (AlterTableLocks.buildsIndex(constraint)) {
      List<String> columns = constraint.columns();
      new IndexLocks(taken).build(table.oid(), columns, constraint.kind() != Kind.EXCLUDE, true);
    }
  }

  private List<String> keyColumns(Table table, ConstraintDefinition constraint) {
    return constraint
        .usingIndex()
        .flatMap(name -> taken.before().inRelations(table.scope(), name).found())
        .filter(Index.class::isInstance)
        .map(index -> names(table, (Index) index))
        .orElse(constraint.columns());
  }

  private static List<String> names(Table table, Index index) {
    return index.parts().stream()
        .flatMap(part -> table.column(part.column()).stream())
        .map(Column::name)
        .toList();
  }

  /**
   * A foreign key.
   *
   * @param scans whether the rows of the tables that get it are read
   * @param compares whether those of the table that it refers to are read too
   */
  void reference(
      Table table,
      Iterable<Integer> reached,
      ConstraintDefinition constraint,
      boolean scans,
      boolean compares) {
    QualifiedName name = constraint.references().orElseThrow().table();
    Optional<Table> referenced = taken.table(name);
    if (referenced.isEmpty()) {
      if (taken.after().relation(name).found().isEmpty()) {
        taken.unproven("`%s` is not known".formatted(name.sql()));
      }
      return;
    }
    if (referenced.get().oid() != table.oid()) {
      taken.lock(taken.family(referenced.get().oid()), LockMode.SHARE_ROW_EXCLUSIVE);
    }
    if (scans) {
      reached.forEach(taken::scan);
    }
    if (compares) {
      for (int oid : taken.family(referenced.get().oid())) {
        taken.compare(oid, table.oid());
      }
    }
  }

  void validate(Table table, Iterable<Integer> reached, String name) {
    Optional<Constraint> constraint =
        taken
            .before()
            .constraint(table.oid(), name)
            .found()
            .or(() -> taken.after().constraint(table.oid(), name).found());
    boolean before = taken.before().constraint(table.oid(), name).found().isPresent();
    if (constraint.isEmpty()) {
      reached.forEach(taken::scan);
      taken.assumed(table.oid(), "`%s` is not known".formatted(name));
      return;
    }
    if (before && constraint.get().state().validated()) {
      return;
    }
    reached.forEach(taken::scan);
    int referenced = ForeignKeys.referenced(constraint.get());
    if (referenced != 0 && referenced != table.oid()) {
      taken.lock(referenced, LockMode.ROW_SHARE);
      for (int partition : taken.family(referenced)) {
        taken.lock(partition, LockMode.ACCESS_SHARE);
      }
    }
  }

  void alter(Table table, TableAction.AlterConstraint change) {
    Optional<Constraint> constraint = taken.before().constraint(table.oid(), change.name()).found();
    if (constraint.isEmpty() || change.enforced().isEmpty()) {
      return;
    }
    int referenced = ForeignKeys.referenced(constraint.get());
    boolean enforced = change.enforced().get();
    if (referenced == 0 || enforced == constraint.get().state().enforced()) {
      return;
    }
    taken.lock(referenced, enforced ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.ACCESS_EXCLUSIVE);
    if (enforced) {
      taken.scan(table.oid());
      taken.scan(referenced);
    }
  }
}
