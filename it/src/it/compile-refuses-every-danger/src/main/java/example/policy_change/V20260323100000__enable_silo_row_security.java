package example.policy_change;

import dev.ngdi.migration.SchemaMigration;

/** Publishers see their own silos only. */
@SchemaMigration(
    up =
        """
        CREATE POLICY silo_visible ON silo USING (title <> '');
        ALTER TABLE silo ENABLE ROW LEVEL SECURITY;
        """,
    down =
        """
        ALTER TABLE silo DISABLE ROW LEVEL SECURITY;
        DROP POLICY silo_visible ON silo;
        """)
final class V20260323100000__enable_silo_row_security {}
