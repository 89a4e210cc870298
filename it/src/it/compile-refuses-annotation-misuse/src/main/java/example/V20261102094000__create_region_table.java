package example;

import dev.ngdi.migration.SchemaMigration;

/** No SQL at all. */
@SchemaMigration(up = "-- to come", down = "DROP TABLE region")
final class V20261102094000__create_region_table {}
