package example;

import dev.ngdi.migration.SchemaMigration;

/** There is no such type. */
@SchemaMigration(
    up = "ALTER TABLE station ADD COLUMN unit measure_unit",
    down = "ALTER TABLE station DROP COLUMN unit")
final class V20261102093000__add_station_unit_field {}
