package example;

import dev.ngdi.migration.SchemaMigration;

/** `VACUUM` runs in no transaction, so a failure would leave the column. */
@SchemaMigration(
    up =
        """
        ALTER TABLE station ADD COLUMN height integer;
        VACUUM station;
        """,
    down = "ALTER TABLE station DROP COLUMN height")
final class V20261102095000__add_station_height_field {}
