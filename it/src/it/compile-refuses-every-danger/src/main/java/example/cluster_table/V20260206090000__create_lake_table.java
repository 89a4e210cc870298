package example.cluster_table;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE lake (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE lake")
final class V20260206090000__create_lake_table {}
