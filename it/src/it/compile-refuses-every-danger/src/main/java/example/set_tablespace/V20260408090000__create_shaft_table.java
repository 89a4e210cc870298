package example.set_tablespace;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE shaft (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE shaft")
final class V20260408090000__create_shaft_table {}
