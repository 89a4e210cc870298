package example.index_partitioned_recursive;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE library_measurement (station bigint NOT NULL, taken timestamptz NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE library_measurement_2026_10 PARTITION OF library_measurement
            FOR VALUES FROM ('2026-10-01') TO ('2026-11-01');
        CREATE TABLE library_measurement_2026_11 PARTITION OF library_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE library_measurement")
final class V20260310090000__create_library_measurement_table {}
