package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.Optional;
import java.util.Set;

/** {@code ADD COLUMN}: whether the rows that are there have to be written or read for it. */
final class ColumnLocks {
  private static final Set<String> SERIAL =
      Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

  private final Taken taken;

  ColumnLocks(Taken taken) {
    this.taken = taken;
  }

  void add(Table table, Iterable<Integer> reached, TableAction.AddColumn add) {
    TableElement.Column column = add.definition();
    Volatility volatility = rewrites(table, column);
    for (int oid : reached) {
      if (volatility != Volatility.STABLE) {
        taken.rewrite(oid);
        if (volatility == Volatility.UNKNOWN) {
          taken.assumed(oid, reason(column));
        }
      }
      if (scans(column)) {
        taken.scan(oid);
      }
    }
    boolean written = volatility != Volatility.STABLE;
    boolean checked = written || column.defaultValue().isPresent();
    boolean filled = written || hasValue(column);
    for (ConstraintDefinition constraint : column.constraints()) {
      if (constraint.kind() == ConstraintDefinition.Kind.FOREIGN_KEY) {
        new ConstraintLocks(taken).reference(table, reached, constraint, checked, filled);
      }
    }
  }

  private static String reason(TableElement.Column column) {
    String value = column.defaultValue().map(Fragment::sql).orElse(column.name());
    return "whether `%s` is the same for every row is not known".formatted(value);
  }

  private Volatility rewrites(Table table, TableElement.Column column) {
    boolean stored = column.generated().filter(TableElement.Generated::stored).isPresent();
    boolean serial = column.type().filter(type -> SERIAL.contains(type.name().name())).isPresent();
    if (stored || serial || column.identity().isPresent()) {
      return Volatility.VOLATILE;
    }
    if (column.generated().isPresent()) {
      return Volatility.STABLE;
    }
    TypeRef type =
        taken
            .after()
            .get(table.oid(), Relation.class)
            .flatMap(t -> t.column(column.name()))
            .map(Column::type)
            .orElse(TypeRef.UNKNOWN);
    Optional<UserType.Domain> domain = Domains.of(taken.after(), type);
    if (domain.filter(d -> d.isConstrained(taken.after())).isPresent()) {
      return Volatility.VOLATILE;
    }
    FunctionVolatility functions = new FunctionVolatility(taken.before());
    if (column.defaultValue().isPresent()) {
      return functions.of(column.defaultValue().get());
    }
    return domain
        .flatMap(UserType.Domain::defaultValue)
        .map(value -> functions.of(Rendering.sql(taken.before(), value)))
        .orElse(Volatility.STABLE);
  }

  private static boolean hasValue(TableElement.Column column) {
    return column.defaultValue().filter(v -> !v.sql().equalsIgnoreCase("null")).isPresent();
  }

  private static boolean scans(TableElement.Column column) {
    boolean virtual = column.generated().filter(g -> !g.stored()).isPresent();
    boolean empty = !hasValue(column) || virtual;
    return column.constraints().stream()
        .anyMatch(
            constraint ->
                switch (constraint.kind()) {
                  case CHECK -> !constraint.state().notValid() && !constraint.state().notEnforced();
                  case UNIQUE, PRIMARY_KEY, EXCLUDE -> true;
                  case NOT_NULL -> empty;
                  case FOREIGN_KEY -> false;
                });
  }
}
