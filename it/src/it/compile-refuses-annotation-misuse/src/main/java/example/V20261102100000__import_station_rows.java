package example;

import dev.ngdi.migration.SeedMigration;

/** A file that is not there. */
@SeedMigration(upFile = "stations.sql", down = "DELETE FROM station")
final class V20261102100000__import_station_rows {}
