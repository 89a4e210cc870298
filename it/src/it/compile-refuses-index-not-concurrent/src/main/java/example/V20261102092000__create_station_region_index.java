package example;

import dev.ngdi.migration.SchemaMigration;

/** Built beside the traffic, but taken back in its way. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY station_region_idx ON station (region)",
    down = "DROP INDEX station_region_idx")
final class V20261102092000__create_station_region_index {}
