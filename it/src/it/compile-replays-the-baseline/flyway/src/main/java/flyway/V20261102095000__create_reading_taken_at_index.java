package flyway;

import dev.ngdi.migration.SchemaMigration;

/** An old script made the index. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY reading_taken_at_idx ON reading (taken_at)",
    down = "DROP INDEX CONCURRENTLY reading_taken_at_idx")
final class V20261102095000__create_reading_taken_at_index {}
