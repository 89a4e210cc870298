package example;

import dev.ngdi.migration.SchemaMigration;

/** An index on a table that was there before is a migration of its own. */
@SchemaMigration(
    up =
        """
        ALTER TABLE station ADD COLUMN region text;
        CREATE INDEX CONCURRENTLY station_region_idx ON station (region);
        """,
    down =
        """
        DROP INDEX CONCURRENTLY station_region_idx;
        ALTER TABLE station DROP COLUMN region;
        """)
final class V20261102091000__add_station_region_field {}
