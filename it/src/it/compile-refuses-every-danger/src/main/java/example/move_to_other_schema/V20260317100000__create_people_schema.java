package example.move_to_other_schema;

import dev.ngdi.migration.SchemaMigration;

/** People have a schema of their own. */
@SchemaMigration(up = "CREATE SCHEMA people", down = "DROP SCHEMA people")
final class V20260317100000__create_people_schema {}
