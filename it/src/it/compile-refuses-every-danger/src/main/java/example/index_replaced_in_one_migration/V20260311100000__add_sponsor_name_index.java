package example.index_replaced_in_one_migration;

import dev.ngdi.migration.SchemaMigration;

/** People are looked up by name. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY sponsor_name_idx ON sponsor (name)",
    down = "DROP INDEX CONCURRENTLY sponsor_name_idx")
final class V20260311100000__add_sponsor_name_index {}
