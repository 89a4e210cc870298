package example.drop_type;

import dev.ngdi.migration.SchemaMigration;

/** How far a request is. */
@SchemaMigration(
    up = "CREATE TYPE permit_state AS ENUM ('open', 'done')",
    down = "DROP TYPE permit_state")
final class V20260106090000__create_permit_state_enum {}
