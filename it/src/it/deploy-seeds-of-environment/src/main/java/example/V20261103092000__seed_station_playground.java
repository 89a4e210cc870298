package example;

import dev.ngdi.migration.SeedMigration;

/** Something to break for developers. */
@SeedMigration(
    environments = "dev",
    up = "INSERT INTO station (id, name) VALUES (3, 'Playground')",
    down = "DELETE FROM station WHERE id = 3")
final class V20261103092000__seed_station_playground {}
