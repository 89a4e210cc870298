package example.drop_partition;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE airport_measurement (station bigint NOT NULL, taken date NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE airport_measurement_2026_11 PARTITION OF airport_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE airport_measurement")
final class V20260220090000__create_airport_measurement_table {}
