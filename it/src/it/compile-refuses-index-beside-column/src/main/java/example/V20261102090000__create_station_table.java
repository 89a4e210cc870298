package example;

import dev.ngdi.migration.SchemaMigration;

/** An index on a table of the same migration is harmless. */
@SchemaMigration(
    up =
        """
        CREATE TABLE station (id bigint PRIMARY KEY, name text);
        CREATE INDEX station_name_idx ON station (name);
        """,
    down = "DROP TABLE station")
final class V20261102090000__create_station_table {}
