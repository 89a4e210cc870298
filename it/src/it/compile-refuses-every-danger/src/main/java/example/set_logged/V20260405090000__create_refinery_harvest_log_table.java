package example.set_logged;

import dev.ngdi.migration.SchemaMigration;

/** What harvesters report. */
@SchemaMigration(
    up = "CREATE UNLOGGED TABLE refinery_harvest_log (id bigint PRIMARY KEY, said text)",
    down = "DROP TABLE refinery_harvest_log")
final class V20260405090000__create_refinery_harvest_log_table {}
