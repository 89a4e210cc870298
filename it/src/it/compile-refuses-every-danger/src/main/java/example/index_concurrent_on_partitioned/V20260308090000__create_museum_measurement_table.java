package example.index_concurrent_on_partitioned;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE museum_measurement (station bigint NOT NULL, taken timestamptz NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE museum_measurement_2026_10 PARTITION OF museum_measurement
            FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
        CREATE TABLE museum_measurement_2026_11 PARTITION OF museum_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE museum_measurement")
final class V20260308090000__create_museum_measurement_table {}
