package example.add_column_inline_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** Entries of the log are referred to. */
@SchemaMigration(
    up = "ALTER TABLE plateau_harvest_log ADD COLUMN id bigint DEFAULT 0 PRIMARY KEY;",
    down = "ALTER TABLE plateau_harvest_log DROP COLUMN id;")
final class V20260121100000__add_plateau_harvest_log_id_field {}
