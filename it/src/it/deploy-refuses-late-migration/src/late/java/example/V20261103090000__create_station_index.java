package example;

import dev.ngdi.migration.SchemaMigration;

/** Stations are asked for by name. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY station_name_idx ON station (name)",
    down = "DROP INDEX CONCURRENTLY station_name_idx")
final class V20261103090000__create_station_index {}
