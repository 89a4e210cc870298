package example;

import dev.ngdi.migration.SchemaMigration;

/** Stations are grouped by region. */
@SchemaMigration(up = "CREATE TABLE region (id bigint PRIMARY KEY)", down = "DROP TABLE region")
final class V20261103090000__create_region_table {}
