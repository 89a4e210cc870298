package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Set;

/** Refuses a new column that is never null and has no value for the rows that are there. */
final class AddColumnRequired implements Rule {
  @Override
  public String summary() {
    return "a new `NOT NULL` column without a default, which fails as soon as there is a row";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnRequired::isFound)
        .map(
            added ->
                added.finding(
                    "`ADD COLUMN %s` without a default fails on `%s` if it has a row, because that would hold null"
                        .formatted(Identifiers.quote(added.action().column()), added.tableSql()),
                    AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    TableElement.Column column = added.action().definition();
    boolean filled =
        ColumnSql.hasDefault(column)
            || ColumnSql.isSerial(column)
            || column.identity().isPresent()
            || column.generated().isPresent();
    return ColumnSql.has(column, Kind.NOT_NULL)
        && !ColumnSql.has(column, Kind.PRIMARY_KEY)
        && !filled
        && !domainHasDefault(added)
        && added.isNew(column.name());
  }

  private static boolean domainHasDefault(Alteration<TableAction.AddColumn> added) {
    Schema after = added.change().after();
    int type = ColumnSql.typeOf(after, added.table().oid(), added.action().column()).oid();
    return type != 0
        && after
            .get(type, UserType.Domain.class)
            .filter(d -> d.defaultValue().isEmpty() && d.base().oid() == 0)
            .isEmpty()
        && after.get(type, UserType.Domain.class).isPresent();
  }
}
