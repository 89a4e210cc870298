package example.reindex_not_concurrent;

import dev.ngdi.migration.SchemaMigration;

/** People are looked up by name. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY driver_name_idx ON driver (name)",
    down = "DROP INDEX CONCURRENTLY driver_name_idx")
final class V20260327100000__add_driver_name_index {}
