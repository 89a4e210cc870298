package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns that a query gives to the table it fills. */
final class QueryTables {
  private QueryTables() {}

  /** Gives a table the columns of a query, as far as they are known. */
  static void fill(Work work, int table, Resolution resolution, List<String> names) {
    List<Column> columns = resolution.columns(names);
    if (resolution.complete() && names.size() > columns.size()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42601",
          "`%s` is given %d column names, but its query has %d columns"
              .formatted(work.table(table).name(), names.size(), columns.size()),
          "");
    }
    Set<String> taken = new HashSet<>();
    columns.stream()
        .filter(column -> resolution.complete() && !taken.add(column.name()))
        .findFirst()
        .ifPresent(c -> ColumnDefinitions.taken(work, work.table(table), c.name()));
    work.put(work.table(table).withColumns(columns));
    if (!resolution.complete()) {
      work.put(work.table(table).incomplete());
      work.unproven("the columns of the query");
    }
    for (Column column : columns) {
      Ref made = new Ref(table, column.number());
      new Types(work)
          .needs(column.type())
          .ifPresent(type -> work.depend(made, type, Dependency.Type.NORMAL));
    }
  }
}
