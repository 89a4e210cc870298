package example.drop_type;

import dev.ngdi.migration.SchemaMigration;

/** Requests have no state. */
@SchemaMigration(
    up = "DROP TYPE permit_state",
    down = "CREATE TYPE permit_state AS ENUM ('open', 'done')")
final class V20260106100000__remove_permit_state_enum {}
