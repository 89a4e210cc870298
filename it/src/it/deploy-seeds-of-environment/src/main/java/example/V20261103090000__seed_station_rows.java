package example;

import dev.ngdi.migration.SeedMigration;

/** The stations that every environment has. */
@SeedMigration(
    up = "INSERT INTO station (id, name) VALUES (1, 'Hill')",
    down = "DELETE FROM station WHERE id = 1",
    verify = "SELECT count(*) = 1 FROM station WHERE id = 1")
final class V20261103090000__seed_station_rows {}
