package example.create_partition_of;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE bay_measurement (station bigint NOT NULL, taken date NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE bay_measurement_2026_11 PARTITION OF bay_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE bay_measurement")
final class V20260207090000__create_bay_measurement_table {}
