package example.index_name_required;

import dev.ngdi.migration.SchemaMigration;

/** Services are asked for their records at night. */
@SchemaMigration(
    up =
        """
        CREATE TABLE theatre_harvest_job (id bigint PRIMARY KEY, service_id bigint NOT NULL);
        CREATE INDEX ON theatre_harvest_job (service_id);
        """,
    down = "DROP TABLE theatre_harvest_job")
final class V20260309090000__create_theatre_harvest_job_table {}
