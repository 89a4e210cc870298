package example.attach_partition_scan;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE dune_measurement (station bigint NOT NULL, taken date NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE dune_measurement_2026_11 PARTITION OF dune_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE dune_measurement")
final class V20260128090000__create_dune_measurement_table {}
