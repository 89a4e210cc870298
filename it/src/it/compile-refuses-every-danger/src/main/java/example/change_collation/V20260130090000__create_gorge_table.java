package example.change_collation;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists gorges. */
@SchemaMigration(
    up = "CREATE TABLE gorge (id bigint PRIMARY KEY, title text UNIQUE);",
    down = "DROP TABLE gorge;")
final class V20260130090000__create_gorge_table {}
