package example.foreign_key_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** Castles are listed by publisher. */
@SchemaMigration(
    up =
        "CREATE INDEX CONCURRENTLY castle_castle_publisher_id_idx ON castle (castle_publisher_id);",
    down = "DROP INDEX CONCURRENTLY castle_castle_publisher_id_idx;")
final class V20260303110000__add_castle_castle_publisher_index {}
