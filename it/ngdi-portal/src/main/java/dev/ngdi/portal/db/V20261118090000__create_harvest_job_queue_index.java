package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Workers ask for the oldest waiting job every second; finished jobs stay out of the index. */
@SchemaMigration(
    up =
        """
        CREATE INDEX CONCURRENTLY harvest_job_queue_idx
          ON harvest_job (queued_at)
          WHERE state = 'queued';
        """,
    down =
        """
        DROP INDEX CONCURRENTLY harvest_job_queue_idx;
        """)
final class V20261118090000__create_harvest_job_queue_index {}
