package example;

import dev.ngdi.migration.SeedMigration;

/** Two stations, which by mistake have one name. */
@SeedMigration(
    up = "INSERT INTO station (id, name) VALUES (1, 'Aare'), (2, 'Aare')",
    down = "DELETE FROM station WHERE id IN (1, 2)")
final class V20261102091000__seed_station_rows {}
