package example.rename_schema;

import dev.ngdi.migration.SchemaMigration;

/** Maps are called cartography. */
@SchemaMigration(
    up = "ALTER SCHEMA map RENAME TO cartography",
    down = "ALTER SCHEMA cartography RENAME TO map")
final class V20260113100000__rename_map_to_cartography {}
