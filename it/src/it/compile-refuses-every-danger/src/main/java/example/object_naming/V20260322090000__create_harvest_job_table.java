package example.object_naming;

import dev.ngdi.migration.SchemaMigration;

/** Services are asked for their records at night. */
@SchemaMigration(
    up =
        """
        CREATE TABLE "HarvestJob" (id bigint PRIMARY KEY, title text NOT NULL);
        CREATE INDEX ix_title ON "HarvestJob" (title);
        """,
    down = "DROP TABLE \"HarvestJob\"")
final class V20260322090000__create_harvest_job_table {}
