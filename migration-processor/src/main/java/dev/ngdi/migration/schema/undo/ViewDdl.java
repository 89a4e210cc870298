package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Views and materialized views as SQL. */
final class ViewDdl {
  private ViewDdl() {}

  static List<String> create(Schema schema, View view, boolean replace) {
    List<String> statements = new ArrayList<>();
    boolean recursive = view.settings().get("recursive").isPresent();
    statements.add(
        "CREATE "
            + (replace ? "OR REPLACE " : "")
            + (view.temporary() ? "TEMPORARY " : "")
            + (recursive ? "RECURSIVE " : "")
            + view.kind()
            + " "
            + Written.name(schema, view.oid())
            + columnNames(schema, view)
            + view.settings().get("access method").map(m -> " USING " + m).orElse("")
            + Written.with(view.settings())
            + view.settings().get("tablespace").map(t -> " TABLESPACE " + t).orElse("")
            + " AS "
            + Written.sql(schema, view.query())
            + (view.materialized() && !view.populated() ? " WITH NO DATA" : ""));
    for (Column column : view.columns()) {
      schema
          .defaultOf(column)
          .ifPresent(value -> statements.add(ColumnDdl.setDefault(schema, value)));
      if (view.materialized()) {
        ColumnDdl.settings(schema, view.oid(), column).forEach(statements::add);
      }
    }
    return statements;
  }

  /** Where a name in the query is another now, the view's columns still have their old names. */
  private static String columnNames(Schema schema, View view) {
    boolean renamed = !Written.sql(schema, view.query()).equals(view.query().sql().strip());
    List<String> names =
        view.complete() && renamed && view.columnNames().isEmpty()
            ? view.columns().stream().map(Column::name).toList()
            : view.columnNames();
    return names.isEmpty()
        ? ""
        : names.stream().map(Identifiers::quote).collect(Collectors.joining(", ", " (", ")"));
  }
}
