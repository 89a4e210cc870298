package example.drop_schema;

import dev.ngdi.migration.SchemaMigration;

/** Maps have a schema of their own. */
@SchemaMigration(up = "CREATE SCHEMA atlas", down = "DROP SCHEMA atlas")
final class V20260105090000__create_atlas_schema {}
