package dumped;

import dev.ngdi.migration.SchemaMigration;

/** The dump has no such column. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY station_hight_idx ON station (hight)",
    down = "DROP INDEX CONCURRENTLY station_hight_idx")
final class V20261102092000__create_station_hight_index {}
