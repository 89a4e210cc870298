package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.CatalogueQuery.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of tables and views as rows of the catalogue. */
final class CatalogueColumns {
  /** As one of the schemas is called that {@code pg_temp} stands for. */
  private static final String TEMPORARY = "pg_temp_3";

  private CatalogueColumns() {}

  /** As {@code pg_attribute} has them. */
  static void own(Schema schema, List<Candidate> rows) {
    for (Relation relation : schema.all(Relation.class)) {
      for (Column column : relation.columns()) {
        Map<String, Datum> fields =
            Map.of(
                "attrelid", Datum.oid(relation.oid()),
                "attname", new Datum.Text(column.name()),
                "attnum", new Datum.Int(column.number()),
                "attnotnull", Datum.of(column.notNull()),
                "attisdropped", Datum.of(false));
        rows.add(new Candidate(new Datum.Row(fields), isSure(schema, relation, column)));
      }
      more(schema, relation, rows, Map.of("attrelid", Datum.oid(relation.oid())));
    }
  }

  /** As {@code information_schema.columns} has them. */
  static void standard(Schema schema, List<Candidate> rows) {
    for (Relation relation : schema.all(Relation.class)) {
      Map<String, Datum> table = new HashMap<>();
      table.put("table_name", new Datum.Text(relation.name()));
      schema
          .get(relation.scope())
          .map(scope -> scope.oid() == Schema.PG_TEMP ? TEMPORARY : scope.name())
          .ifPresent(name -> table.put("table_schema", new Datum.Text(name)));
      for (Column column : relation.columns()) {
        Map<String, Datum> fields = new HashMap<>(table);
        fields.put("column_name", new Datum.Text(column.name()));
        fields.put("is_nullable", new Datum.Text(column.notNull() ? "NO" : "YES"));
        StandardTypes.describe(column, fields);
        rows.add(new Candidate(new Datum.Row(fields), isSure(schema, relation, column)));
      }
      more(schema, relation, rows, table);
    }
  }

  private static boolean isSure(Schema schema, Relation relation, Column column) {
    boolean same = !schema.unsureOfColumn(new Ref(relation.oid(), column.number()));
    boolean temporary = relation.scope() == Schema.PG_TEMP;
    return same && relation.complete() && column.type().known() && !temporary;
  }

  private static void more(
      Schema schema, Relation relation, List<Candidate> rows, Map<String, Datum> table) {
    if (schema.unsure(relation)) {
      rows.add(new Candidate(new Datum.Row(table), false));
    }
  }
}
