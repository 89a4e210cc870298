package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Operand;
import dev.ngdi.migration.sql.TableAction;
import java.util.Optional;

/** {@code ALTER COLUMN … TYPE}: rows, indexes, checks and foreign keys of the column. */
final class TypeLocks {
  private final Taken taken;

  TypeLocks(Taken taken) {
    this.taken = taken;
  }

  void change(Table table, Iterable<Integer> reached, TableAction.AlterType action) {
    for (int oid : reached) {
      Optional<Column> from = taken.table(oid).flatMap(t -> t.column(action.column()));
      Optional<Column> to =
          taken.after().get(oid, Table.class).flatMap(t -> t.column(action.column()));
      change(oid, action, from, to);
      from.ifPresent(column -> sequence(oid, column));
    }
    for (int oid : reached) {
      taken
          .table(oid)
          .flatMap(t -> t.column(action.column()))
          .ifPresent(column -> foreignKeys(table, oid, column));
    }
  }

  private void change(
      int oid, TableAction.AlterType action, Optional<Column> from, Optional<Column> to) {
    TypeRef old = from.map(Column::type).orElse(TypeRef.UNKNOWN);
    TypeRef other = to.map(Column::type).orElse(TypeRef.UNKNOWN);
    Optional<Operand> using = action.using().map(u -> Operand.parse(u.sql()));
    TypeChange.Result result =
        new TypeChange(taken.before()).of(action.column(), old, other, using);
    switch (result) {
      case FREE -> {}
      case REWRITE -> taken.rewrite(oid);
      case UNKNOWN -> {
        taken.rewrite(oid);
        taken.assumed(
            oid, "whether the rows of `%s` can stay is not known".formatted(action.column()));
      }
    }
    if (from.isEmpty() || to.isEmpty() || taken.rewrites(oid)) {
      return;
    }
    Schema before = taken.before();
    boolean rebuilt =
        before.indexes(oid).stream()
            .filter(index -> taken.after().get(index.oid()).isPresent())
            .anyMatch(index -> isRebuilt(index, from.get(), to.get()));
    if (rebuilt) {
      taken.rebuild(oid);
    }
    boolean checked =
        before.of(oid, Constraint.class).stream()
            .filter(c -> c.type() == Kind.CHECK && c.columns().contains(from.get().number()))
            .filter(c -> c.state().validated() && c.state().enforced())
            .anyMatch(c -> taken.after().get(c.oid()).isPresent());
    if (checked) {
      taken.scan(oid);
    }
  }

  private boolean isRebuilt(Index index, Column from, Column to) {
    boolean uses =
        index.include().contains(from.number())
            || taken.before().needs(index.oid()).stream()
                .anyMatch(d -> isColumn(d.referenced(), index.table(), from.number()))
            || index.parts().stream().anyMatch(part -> part.column() == from.number());
    if (!uses) {
      return false;
    }
    boolean expressions =
        index.predicate().isPresent()
            || index.parts().stream().anyMatch(part -> part.expression().isPresent());
    return expressions
        || !index.valid()
        || index.parts().stream()
            .filter(part -> part.column() == from.number())
            .anyMatch(part -> !staysSorted(index, part, from, to));
  }

  private static boolean isColumn(Ref ref, int table, int column) {
    return ref.oid() == table && ref.column() == column;
  }

  private boolean staysSorted(Index index, Index.Part part, Column from, Column to) {
    boolean sameCollation = !part.collation().isEmpty() || collation(from).equals(collation(to));
    String old = OperatorClasses.of(taken.before(), from.type());
    String other = OperatorClasses.of(taken.after(), to.type());
    boolean sameClass = !part.operatorClass().isEmpty() || old.equals(other);
    return sameCollation && sameClass && !OperatorClasses.storesOtherType(index, from.type());
  }

  /** The database's own collation is none. */
  private static String collation(Column column) {
    return column.collation().endsWith("\"default\"") ? "" : column.collation();
  }

  private void sequence(int oid, Column column) {
    if (column.identity() != Column.Identity.NONE) {
      taken.before().dependents(new Ref(oid, column.number())).stream()
          .flatMap(d -> taken.before().get(d.dependent().oid(), Sequence.class).stream())
          .filter(Sequence::identity)
          .forEach(s -> taken.lock(s.oid(), LockMode.SHARE_ROW_EXCLUSIVE));
    }
  }

  /** Both sides are locked; their rows are compared again where one side is written anew. */
  private void foreignKeys(Table table, int oid, Column column) {
    Schema before = taken.before();
    for (Constraint key : ForeignKeys.of(before, oid)) {
      boolean referencing = key.scope() == oid && key.columns().contains(column.number());
      boolean referenced =
          key.references()
              .filter(r -> r.table() == oid && r.columns().contains(column.number()))
              .isPresent();
      if ((!referencing && !referenced) || taken.after().get(key.oid()).isEmpty()) {
        continue;
      }
      int partner =
          referencing ? key.references().map(Constraint.Reference::table).orElse(0) : key.scope();
      taken.lock(taken.family(partner), LockMode.ACCESS_EXCLUSIVE);
      boolean again = taken.rewrites(oid) && key.state().validated() && key.state().enforced();
      if (again && table.partitionBy().isEmpty()) {
        taken.family(partner).forEach(taken::scan);
      }
    }
  }
}
