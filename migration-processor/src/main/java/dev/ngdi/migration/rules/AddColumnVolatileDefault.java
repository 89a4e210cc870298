package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Set;

/** Refuses a new column whose default is another value for each row. */
final class AddColumnVolatileDefault implements Rule {
  @Override
  public String summary() {
    return "a new column whose default is another value for each row, which writes the whole table"
        + " anew";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnVolatileDefault::isFound)
        .map(added -> added.finding(problem(added), AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    TableElement.Column column = added.action().definition();
    return ColumnSql.hasDefault(column)
        && !ColumnSql.isSerial(column)
        && ColumnSql.checkedDomain(
                added.change().after(),
                ColumnSql.typeOf(
                    added.change().after(), added.table().oid(), added.action().column()))
            .isEmpty()
        && added.surely(RelationLock::rewrite);
  }

  private static String problem(Alteration<TableAction.AddColumn> added) {
    String value =
        added.action().definition().defaultValue().map(Fragment::sql).orElseThrow().strip();
    return "`DEFAULT %s` is another value for each row, so `ADD COLUMN` writes all of `%s` and its indexes anew while nobody can read or write it"
        .formatted(value, added.tableSql());
  }
}
