package example;

import dev.ngdi.migration.SeedMigration;

/** Something to look at for developers and testers. */
@SeedMigration(
    environments = {"dev", "test"},
    up = "INSERT INTO station (id, name) VALUES (2, 'Sample')",
    down = "DELETE FROM station WHERE id = 2")
final class V20261103091000__seed_station_samples {}
