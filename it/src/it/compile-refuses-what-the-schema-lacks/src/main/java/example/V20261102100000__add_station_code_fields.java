package example;

import dev.ngdi.migration.SchemaMigration;

/** The way back forgets one of two columns. */
@SchemaMigration(
    up = "ALTER TABLE station ADD COLUMN code text, ADD COLUMN short_code text",
    down = "ALTER TABLE station DROP COLUMN code")
final class V20261102100000__add_station_code_fields {}
