package example;

import dev.ngdi.migration.SchemaMigration;

/** Readings are reduced to the height of the sea. */
@SchemaMigration(
    up = "ALTER TABLE station ADD COLUMN height integer",
    down = "ALTER TABLE station DROP COLUMN height")
final class V20261104090000__add_station_height_field {}
