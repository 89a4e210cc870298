package example.unqualified_table_name;

import dev.ngdi.migration.SchemaMigration;

/** Services are asked for their records at night. */
@SchemaMigration(
    up =
        """
        CREATE TABLE bastion_harvest_job (id bigint PRIMARY KEY, service_id bigint NOT NULL);
        """,
    down = "DROP TABLE bastion_harvest_job")
final class V20260422090000__create_bastion_harvest_job_table {}
