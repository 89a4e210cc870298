package dumped;

import dev.ngdi.migration.SchemaMigration;

/** Longer names cost nothing, as the column takes fifty characters now. */
@SchemaMigration(
    up = "ALTER TABLE station ALTER COLUMN name TYPE varchar(100)",
    down = "ALTER TABLE station ALTER COLUMN name TYPE varchar(50)")
final class V20261102090000__change_station_name_type {}
