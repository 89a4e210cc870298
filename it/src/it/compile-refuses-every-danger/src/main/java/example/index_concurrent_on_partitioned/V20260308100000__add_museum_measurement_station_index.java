package example.index_concurrent_on_partitioned;

import dev.ngdi.migration.SchemaMigration;

/** The map shows what one station measured. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY museum_measurement_station_idx ON museum_measurement (station)",
    down = "DROP INDEX museum_measurement_station_idx")
final class V20260308100000__add_museum_measurement_station_index {}
