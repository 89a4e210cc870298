package example;

import dev.ngdi.migration.SchemaMigration;

/** The column is there already. */
@SchemaMigration(
    up = "ALTER TABLE station ADD COLUMN name text",
    down = "ALTER TABLE station DROP COLUMN name")
final class V20261102092000__add_station_name_field {}
