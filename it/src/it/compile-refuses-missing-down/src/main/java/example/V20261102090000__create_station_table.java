package example;

import dev.ngdi.migration.SchemaMigration;

/** The way back can be told from the way there. */
@SchemaMigration(
    up =
        """
        CREATE TABLE station (id bigint PRIMARY KEY);
        CREATE TABLE reading (station_id bigint PRIMARY KEY REFERENCES station (id));
        """)
final class V20261102090000__create_station_table {}
