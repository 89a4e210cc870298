package example;

import dev.ngdi.migration.SchemaMigration;

/** A way back that does nothing. */
@SchemaMigration(up = "ALTER TABLE station ADD COLUMN name text", down = "-- not needed")
final class V20261102091000__add_station_name_field {}
