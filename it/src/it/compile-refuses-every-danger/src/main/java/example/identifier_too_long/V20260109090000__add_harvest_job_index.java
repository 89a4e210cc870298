package example.identifier_too_long;

import dev.ngdi.migration.SchemaMigration;

/** Services are asked for their records at night. */
@SchemaMigration(
    up =
        """
        CREATE INDEX CONCURRENTLY harvest_job_service_id_started_at_finished_at_where_state_failed_idx
        ON harvest_job (service_id, started_at, finished_at) WHERE state = 'failed';
        """,
    down =
        "DROP INDEX CONCURRENTLY harvest_job_service_id_started_at_finished_at_where_state_faile")
final class V20260109090000__add_harvest_job_index {}
