package example.create_partition_of;

import dev.ngdi.migration.SchemaMigration;

/** December needs its partition. */
@SchemaMigration(
    up =
        """
        CREATE TABLE bay_measurement_2026_12 PARTITION OF bay_measurement
            FOR VALUES FROM ('2026-12-01') TO ('2027-01-01')
        """,
    down = "DROP TABLE bay_measurement_2026_12")
final class V20260207100000__create_bay_measurement_2026_12_table {}
