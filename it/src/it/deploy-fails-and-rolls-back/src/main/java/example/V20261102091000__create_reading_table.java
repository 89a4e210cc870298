package example;

import dev.ngdi.migration.SchemaMigration;

/** The second statement refers to what nobody made. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reading (station_id bigint NOT NULL);
        ALTER TABLE reading
          ADD FOREIGN KEY (station_id) REFERENCES stations (id);
        """,
    down = "DROP TABLE reading")
final class V20261102091000__create_reading_table {}
