package example.security_definer_search_path;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE pylon (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE pylon")
final class V20260401090000__create_pylon_table {}
