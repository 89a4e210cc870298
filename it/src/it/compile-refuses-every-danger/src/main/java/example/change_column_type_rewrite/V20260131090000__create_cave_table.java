package example.change_column_type_rewrite;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists caves. */
@SchemaMigration(
    up = "CREATE TABLE cave (id bigint PRIMARY KEY, size integer NOT NULL);",
    down = "DROP TABLE cave;")
final class V20260131090000__create_cave_table {}
