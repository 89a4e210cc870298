package example.autovacuum_disabled;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE cliff (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE cliff")
final class V20260129090000__create_cliff_table {}
