package example.index_partitioned_recursive;

import dev.ngdi.migration.SchemaMigration;

/** The map shows what one station measured. */
@SchemaMigration(
    up = "CREATE INDEX library_measurement_station_idx ON library_measurement (station)",
    down = "DROP INDEX library_measurement_station_idx")
final class V20260310100000__add_library_measurement_station_index {}
