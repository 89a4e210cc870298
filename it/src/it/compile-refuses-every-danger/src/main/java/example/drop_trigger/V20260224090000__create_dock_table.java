package example.drop_trigger;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE dock (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE dock")
final class V20260224090000__create_dock_table {}
