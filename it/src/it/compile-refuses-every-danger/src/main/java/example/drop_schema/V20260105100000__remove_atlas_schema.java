package example.drop_schema;

import dev.ngdi.migration.SchemaMigration;

/** Maps are gone. */
@SchemaMigration(up = "DROP SCHEMA atlas", down = "CREATE SCHEMA atlas")
final class V20260105100000__remove_atlas_schema {}
