package example;

import dev.ngdi.migration.SchemaMigration;

/** The way back forgets the default. */
@SchemaMigration(
    up = "ALTER TABLE station ALTER COLUMN name SET DEFAULT 'unnamed'",
    down = "ALTER TABLE station ALTER COLUMN name SET DEFAULT ''")
final class V20261102095000__alter_station_name_default {}
