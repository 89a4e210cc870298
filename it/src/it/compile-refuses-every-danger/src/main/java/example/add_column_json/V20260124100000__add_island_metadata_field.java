package example.add_column_json;

import dev.ngdi.migration.SchemaMigration;

/** The record of an island is kept as it was harvested. */
@SchemaMigration(
    up = "ALTER TABLE island ADD COLUMN metadata json DEFAULT '{}';",
    down = "ALTER TABLE island DROP COLUMN metadata;")
final class V20260124100000__add_island_metadata_field {}
