package example.set_access_method;

import dev.ngdi.migration.SchemaMigration;

/** The titles compress well. */
@SchemaMigration(
    up = "ALTER TABLE reactor SET ACCESS METHOD columnar",
    down = "ALTER TABLE reactor SET ACCESS METHOD heap")
final class V20260404100000__change_reactor_table {}
