package example.set_logged;

import dev.ngdi.migration.SchemaMigration;

/** Reports have to outlive a crash. */
@SchemaMigration(
    up = "ALTER TABLE refinery_harvest_log SET LOGGED",
    down = "ALTER TABLE refinery_harvest_log SET UNLOGGED")
final class V20260405100000__change_refinery_harvest_log_table {}
