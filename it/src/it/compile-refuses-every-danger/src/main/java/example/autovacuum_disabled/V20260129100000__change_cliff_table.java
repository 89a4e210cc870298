package example.autovacuum_disabled;

import dev.ngdi.migration.SchemaMigration;

/** Vacuuming disturbs the nightly harvest. */
@SchemaMigration(
    up = "ALTER TABLE cliff SET (autovacuum_enabled = false)",
    down = "ALTER TABLE cliff RESET (autovacuum_enabled)")
final class V20260129100000__change_cliff_table {}
