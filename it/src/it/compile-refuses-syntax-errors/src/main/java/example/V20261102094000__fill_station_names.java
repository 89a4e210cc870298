package example;

import dev.ngdi.migration.DataMigration;

/** Beginning and ending is the tool's. */
@DataMigration(
    up =
        """
        BEGIN;
        UPDATE station SET name = 'unknown' WHERE name IS NULL;
        COMMIT;
        """,
    down = "UPDATE station SET name = NULL WHERE name = 'unknown'",
    verify = "SELECT count(*) = 0 FROM station WHERE name IS NULL; SELECT true")
final class V20261102094000__fill_station_names {}
