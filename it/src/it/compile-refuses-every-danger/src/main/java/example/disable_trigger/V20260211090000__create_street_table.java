package example.disable_trigger;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE street (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE street")
final class V20260211090000__create_street_table {}
