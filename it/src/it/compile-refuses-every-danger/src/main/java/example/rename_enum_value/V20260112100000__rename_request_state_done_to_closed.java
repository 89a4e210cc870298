package example.rename_enum_value;

import dev.ngdi.migration.SchemaMigration;

/** Done is not the same as closed. */
@SchemaMigration(
    up = "ALTER TYPE request_state RENAME VALUE 'done' TO 'closed'",
    down = "ALTER TYPE request_state RENAME VALUE 'closed' TO 'done'")
final class V20260112100000__rename_request_state_done_to_closed {}
