package example;

import dev.ngdi.migration.SchemaMigration;

/** The second statement names a role that nobody made. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reading (station_id bigint NOT NULL, taken_at timestamptz NOT NULL);
        GRANT SELECT ON reading
          TO reading_reporter;
        """,
    down = "DROP TABLE reading")
final class V20261102091000__create_reading_table {}
