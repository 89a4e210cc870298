package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lasting table that {@code up} makes and that stands by itself: no partition, no child, not
 * temporary.
 *
 * @param table the table behind the whole migration
 * @param key its primary key
 */
record NewTable(Change change, Table table, Optional<Constraint> key) {

  /** All of them, in order. */
  static List<NewTable> in(Subject subject) {
    Schema end = subject.timeline().end();
    List<NewTable> found = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      if (change.statement() instanceof Statement.CreateTable create && !create.temporary()) {
        change
            .after()
            .relation(create.table())
            .found()
            .filter(relation -> change.before().get(relation.oid()).isEmpty())
            .flatMap(relation -> end.get(relation.oid(), Table.class))
            .filter(table -> isByItself(table) && !end.unsure(table))
            .ifPresent(table -> found.add(new NewTable(change, table, key(end, table))));
      }
    }
    return List.copyOf(found);
  }

  private static boolean isByItself(Table table) {
    return table.parents().isEmpty()
        && table.server().isEmpty()
        && table.persistence() != Table.Persistence.TEMPORARY;
  }

  private static Optional<Constraint> key(Schema end, Table table) {
    return end.of(table.oid(), Constraint.class).stream()
        .filter(c -> c.type() == Kind.PRIMARY_KEY)
        .findFirst();
  }
}
