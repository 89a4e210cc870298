package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes single objects and columns away, and mends what is left. */
final class Removal {
  private Removal() {}

  static void object(Work work, int oid) {
    Optional<CatalogObject> object = work.schema().get(oid);
    work.remove(oid);
    if (object.isEmpty()) {
      return;
    }
    if (object.get() instanceof ColumnDefault value) {
      change(work, value.scope(), value.column(), column -> column.withDefault(0));
    } else if (object.get() instanceof Constraint constraint
        && constraint.type() == ConstraintDefinition.Kind.NOT_NULL) {
      constraint
          .columns()
          .forEach(c -> change(work, constraint.scope(), c, column -> column.withNotNull(false)));
    } else if (object.get() instanceof Index index) {
      work.get(index.table(), Table.class)
          .filter(t -> t.settings().get("cluster on").equals(Optional.of(String.valueOf(oid))))
          .ifPresent(t -> work.put(t.withSettings(t.settings().without("cluster on"))));
      work.get(index.table(), Table.class)
          .filter(t -> t.settings().get("replica identity").equals(Optional.of("" + oid)))
          .ifPresent(
              t -> work.put(t.withSettings(t.settings().with("replica identity", "NOTHING"))));
    }
  }

  /** Changes a column of a table or view. */
  static void change(Work work, int relation, int number, UnaryOperator<Column> change) {
    work.get(relation, Table.class)
        .ifPresent(
            t ->
                t.column(number).ifPresent(column -> work.put(t.withColumn(change.apply(column)))));
    work.get(relation, View.class)
        .ifPresent(
            v ->
                work.put(
                    v.withColumns(
                        v.columns().stream()
                            .map(c -> c.number() == number ? change.apply(c) : c)
                            .toList(),
                        v.columnNames())));
  }

  static void column(Work work, Ref ref) {
    Optional<CatalogObject> object = work.schema().get(ref.oid());
    if (object.isPresent() && object.get() instanceof Table table) {
      work.put(table.withColumns(without(table.columns(), ref.column())));
    } else if (object.isPresent() && object.get() instanceof View view) {
      work.put(view.withColumns(without(view.columns(), ref.column()), view.columnNames()));
    } else if (object.isPresent() && object.get() instanceof UserType.Composite type) {
      work.put(type.withAttributes(without(type.attributes(), ref.column())));
    }
    work.set(work.schema().withComment(ref, Optional.empty()).withPrivileges(ref, List.of()));
    for (Dependency dependency : work.schema().needs(ref.oid())) {
      if (dependency.dependent().equals(ref)) {
        work.set(work.schema().without(dependency));
      }
    }
    for (Dependency dependency : work.schema().dependents(ref)) {
      work.set(work.schema().without(dependency));
    }
  }

  private static List<Column> without(List<Column> columns, int number) {
    return columns.stream().filter(column -> column.number() != number).toList();
  }
}
