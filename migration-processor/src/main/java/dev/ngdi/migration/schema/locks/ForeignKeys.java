package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.List;
import java.util.stream.Stream;

/** Foreign keys of and to a table. */
final class ForeignKeys {
  private ForeignKeys() {}

  /** From a table and to it. */
  static List<Constraint> of(Schema schema, int table) {
    return Stream.concat(from(schema, table).stream(), to(schema, table).stream())
        .distinct()
        .toList();
  }

  static List<Constraint> from(Schema schema, int table) {
    return schema.of(table, Constraint.class).stream()
        .filter(constraint -> constraint.type() == Kind.FOREIGN_KEY)
        .toList();
  }

  static List<Constraint> to(Schema schema, int table) {
    return schema.dependents(Ref.to(table)).stream()
        .flatMap(d -> schema.get(d.dependent().oid(), Constraint.class).stream())
        .filter(c -> c.references().filter(r -> r.table() == table).isPresent())
        .distinct()
        .toList();
  }

  /** The table that a foreign key refers to; 0 for other constraints. */
  static int referenced(Constraint constraint) {
    return constraint.references().map(Constraint.Reference::table).orElse(0);
  }
}
