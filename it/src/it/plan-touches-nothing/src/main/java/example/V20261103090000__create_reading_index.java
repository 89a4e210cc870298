package example;

import dev.ngdi.migration.SchemaMigration;

/** Readings are asked for by station. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY reading_station_idx ON reading (station_id)",
    down = "DROP INDEX CONCURRENTLY reading_station_idx")
final class V20261103090000__create_reading_index {}
