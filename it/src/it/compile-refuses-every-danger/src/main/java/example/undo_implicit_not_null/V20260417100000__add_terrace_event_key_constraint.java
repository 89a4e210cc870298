package example.undo_implicit_not_null;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Events are told apart by their number. */
@Allow(rule = "primary-key-builds-index", because = "nobody uses the table yet")
@SchemaMigration(
    up = "ALTER TABLE terrace_event ADD CONSTRAINT terrace_event_pkey PRIMARY KEY (id)",
    down = "ALTER TABLE terrace_event DROP CONSTRAINT terrace_event_pkey")
final class V20260417100000__add_terrace_event_key_constraint {}
