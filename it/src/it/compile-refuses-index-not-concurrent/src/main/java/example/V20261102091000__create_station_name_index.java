package example;

import dev.ngdi.migration.SchemaMigration;

/** Blocks every write until the index is built. */
@SchemaMigration(
    up = "CREATE UNIQUE INDEX station_name_idx ON station (name)",
    down = "DROP INDEX station_name_idx")
final class V20261102091000__create_station_name_index {}
