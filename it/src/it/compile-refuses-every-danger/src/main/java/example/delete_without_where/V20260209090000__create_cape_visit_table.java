package example.delete_without_where;

import dev.ngdi.migration.SchemaMigration;

/** Visits are counted. */
@SchemaMigration(
    up = "CREATE TABLE cape_visit (id bigint PRIMARY KEY, page text);",
    down = "DROP TABLE cape_visit;")
final class V20260209090000__create_cape_visit_table {}
