package example.concurrent_index_retry;

import dev.ngdi.migration.SchemaMigration;

/** Logging in looks users up by their e-mail address. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY IF NOT EXISTS clerk_email_idx ON clerk (email)",
    down = "DROP INDEX CONCURRENTLY clerk_email_idx")
final class V20260101090000__add_clerk_email_index {}
