package example;

import dev.ngdi.migration.SeedMigration;

/** What only psql understands, in a file. */
@SeedMigration(upFile = "V20261102093000__import_station_rows.up.sql", down = "DELETE FROM station")
final class V20261102093000__import_station_rows {}
