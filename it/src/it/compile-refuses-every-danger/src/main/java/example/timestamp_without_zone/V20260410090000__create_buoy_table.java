package example.timestamp_without_zone;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists buoys. */
@SchemaMigration(
    up =
        """
        CREATE TABLE buoy (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          harvested_at timestamp NOT NULL
        );
        """,
    down = "DROP TABLE buoy;")
final class V20260410090000__create_buoy_table {}
