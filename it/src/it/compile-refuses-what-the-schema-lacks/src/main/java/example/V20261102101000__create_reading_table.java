package example;

import dev.ngdi.migration.SchemaMigration;

/** What it refers to is not unique. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reading (
          id           bigint PRIMARY KEY,
          station_name text   UNIQUE REFERENCES station (name)
        );
        """,
    down = "DROP TABLE reading")
final class V20261102101000__create_reading_table {}
