package example.detach_partition;

import dev.ngdi.migration.SchemaMigration;

/** What the stations measure, a partition per month. */
@SchemaMigration(
    up =
        """
        CREATE TABLE parcel_measurement (station bigint NOT NULL, taken date NOT NULL, value numeric)
            PARTITION BY RANGE (taken);
        CREATE TABLE parcel_measurement_2026_11 PARTITION OF parcel_measurement
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');
        """,
    down = "DROP TABLE parcel_measurement")
final class V20260210090000__create_parcel_measurement_table {}
