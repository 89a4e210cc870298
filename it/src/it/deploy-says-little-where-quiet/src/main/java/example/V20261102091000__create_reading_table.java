package example;

import dev.ngdi.migration.SchemaMigration;

/** A reading is a value at a station. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reading (
          station_id bigint NOT NULL REFERENCES station (id),
          taken_at   timestamptz NOT NULL,
          value      numeric NOT NULL,
          PRIMARY KEY (station_id, taken_at)
        );
        """,
    down = "DROP TABLE reading")
final class V20261102091000__create_reading_table {}
