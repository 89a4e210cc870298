package example.undo_implicit_not_null;

import dev.ngdi.migration.SchemaMigration;

/** What happened, as it came in. */
@SchemaMigration(
    up = "CREATE TABLE terrace_event (id bigint, what text)",
    down = "DROP TABLE terrace_event")
final class V20260417090000__create_terrace_event_table {}
