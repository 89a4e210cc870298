package example;

import dev.ngdi.migration.SchemaMigration;

/** Readings are asked for by time. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY reading_taken_idx ON reading (taken_at)",
    down = "DROP INDEX CONCURRENTLY reading_taken_idx")
final class V20261103090000__create_reading_index {}
