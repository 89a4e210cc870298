package example.drop_partition;

import dev.ngdi.migration.SchemaMigration;

/** Values are kept for a year. */
@SchemaMigration(
    up = "DROP TABLE airport_measurement_2026_11",
    down =
        """
        CREATE TABLE airport_measurement_2026_11 PARTITION OF airport_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01')
        """)
final class V20260220100000__remove_airport_measurement_2026_11_table {}
