package example.rename_enum_value;

import dev.ngdi.migration.SchemaMigration;

/** How far a request is. */
@SchemaMigration(
    up = "CREATE TYPE request_state AS ENUM ('open', 'done')",
    down = "DROP TYPE request_state")
final class V20260112090000__create_request_state_enum {}
