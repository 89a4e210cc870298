package example.attach_partition_scan;

import dev.ngdi.migration.SchemaMigration;

/** The values of the old system belong to October. */
@SchemaMigration(
    up =
        """
        ALTER TABLE dune_measurement ATTACH PARTITION dune_measurement_import
            FOR VALUES FROM ('2026-10-01') TO ('2026-11-01')
        """,
    down = "ALTER TABLE dune_measurement DETACH PARTITION dune_measurement_import")
final class V20260128110000__attach_dune_measurement_import_partition {}
