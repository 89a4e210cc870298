package example.add_column_inline_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** Each harvest is written down. */
@SchemaMigration(
    up = "CREATE TABLE plateau_harvest_log (service text, finished_at timestamptz);",
    down = "DROP TABLE plateau_harvest_log;")
final class V20260121090000__create_plateau_harvest_log_table {}
