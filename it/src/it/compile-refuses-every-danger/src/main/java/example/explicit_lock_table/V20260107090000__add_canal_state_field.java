package example.explicit_lock_table;

import dev.ngdi.migration.SchemaMigration;

/** Data sets get a state. */
@SchemaMigration(
    up =
        """
        LOCK TABLE canal;
        ALTER TABLE canal ADD COLUMN state text;
        """,
    down = "ALTER TABLE canal DROP COLUMN state")
final class V20260107090000__add_canal_state_field {}
