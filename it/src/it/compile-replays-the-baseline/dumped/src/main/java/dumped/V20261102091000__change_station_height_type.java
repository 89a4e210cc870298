package dumped;

import dev.ngdi.migration.SchemaMigration;

/** The table is rewritten: the dump says that the column is an integer. */
@SchemaMigration(
    up = "ALTER TABLE station ALTER COLUMN height TYPE bigint",
    down = "ALTER TABLE station ALTER COLUMN height TYPE integer")
final class V20261102091000__change_station_height_type {}
