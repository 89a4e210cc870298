package example;

import dev.ngdi.migration.SchemaMigration;

/** A comma too many in the third line. */
@SchemaMigration(
    up =
        """
        CREATE TABLE station (
          id   bigint PRIMARY KEY,
          name text,,
          code text
        );
        """,
    down = "DROP TABLE station")
final class V20261102090000__create_station_table {}
