package example.rename_schema;

import dev.ngdi.migration.SchemaMigration;

/** Maps have a schema of their own. */
@SchemaMigration(up = "CREATE SCHEMA map", down = "DROP SCHEMA map")
final class V20260113090000__create_map_schema {}
