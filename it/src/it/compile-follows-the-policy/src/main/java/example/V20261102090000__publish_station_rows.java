package example;

import dev.ngdi.migration.DataMigration;

/** The team's word for it. */
@DataMigration(
    up = "UPDATE station SET public = true WHERE NOT public AND id BETWEEN 1 AND 10000",
    down = "UPDATE station SET public = false WHERE public AND id BETWEEN 1 AND 10000")
final class V20261102090000__publish_station_rows {}
