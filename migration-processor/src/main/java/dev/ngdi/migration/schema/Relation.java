package dev.ngdi.migration.schema;

import java.util.List;
import java.util.Optional;

/** What has columns and can be read: a table, view, materialized view or foreign table. */
public sealed interface Relation extends CatalogObject permits Table, View {
  /** Its columns in order. */
  List<Column> columns();

  /** Whether these are all that there is of it; otherwise it may have more of everything. */
  boolean complete();

  /** The column of a name. */
  default Optional<Column> column(String columnName) {
    return columns().stream().filter(column -> column.name().equals(columnName)).findFirst();
  }

  /** The column of a number. */
  default Optional<Column> column(int number) {
    return columns().stream().filter(column -> column.number() == number).findFirst();
  }
}
