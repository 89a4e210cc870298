package example.attach_partition_scan;

import dev.ngdi.migration.SchemaMigration;

/** What came from the old system. */
@SchemaMigration(
    up =
        """
        CREATE TABLE dune_measurement_import (station bigint NOT NULL, taken date NOT NULL, value numeric)
        """,
    down = "DROP TABLE dune_measurement_import")
final class V20260128100000__create_dune_measurement_import_table {}
