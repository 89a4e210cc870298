package example;

import dev.ngdi.migration.SchemaMigration;

/** Stations stand where readings are taken. */
@SchemaMigration(
    up =
        """
        CREATE TABLE station (
          id     bigint  PRIMARY KEY,
          name   text    NOT NULL,
          height integer
        );
        CREATE VIEW high_station AS
        SELECT id, name
        FROM station
        WHERE height > 1000;
        """,
    down =
        """
        DROP VIEW high_station;
        DROP TABLE station;
        """)
final class V20261102090000__create_station_table {}
