package example.missing_comment;

import dev.ngdi.migration.SchemaMigration;

/** Services are asked for their records at night. */
@SchemaMigration(
    up =
        """
        CREATE TABLE clinic_harvest_job (id bigint PRIMARY KEY, service_id bigint NOT NULL);
        """,
    down = "DROP TABLE clinic_harvest_job")
final class V20260313090000__create_clinic_harvest_job_table {}
