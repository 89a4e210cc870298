package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** A view needs the column. */
@Allow(rule = "drop-column", because = "no release reads it")
@SchemaMigration(
    up = "ALTER TABLE station DROP COLUMN height",
    down = "ALTER TABLE station ADD COLUMN height integer")
final class V20261102094000__remove_station_height_field {}
