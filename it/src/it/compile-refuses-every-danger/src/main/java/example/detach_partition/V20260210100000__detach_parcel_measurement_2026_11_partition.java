package example.detach_partition;

import dev.ngdi.migration.SchemaMigration;

/** Old values are kept apart. */
@SchemaMigration(
    up = "ALTER TABLE parcel_measurement DETACH PARTITION parcel_measurement_2026_11",
    down =
        """
        ALTER TABLE parcel_measurement ATTACH PARTITION parcel_measurement_2026_11
            FOR VALUES FROM ('2026-11-01') TO ('2026-12-01')
        """)
final class V20260210100000__detach_parcel_measurement_2026_11_partition {}
