package example.vacuum_full;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE drawbridge (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE drawbridge")
final class V20260425090000__create_drawbridge_table {}
