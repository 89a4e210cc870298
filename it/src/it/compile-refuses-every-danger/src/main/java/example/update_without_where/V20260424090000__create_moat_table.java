package example.update_without_where;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists moats. */
@SchemaMigration(
    up = "CREATE TABLE moat (id bigint PRIMARY KEY, title text NOT NULL, status text);",
    down = "DROP TABLE moat;")
final class V20260424090000__create_moat_table {}
