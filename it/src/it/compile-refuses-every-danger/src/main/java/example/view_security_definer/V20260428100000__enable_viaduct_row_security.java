package example.view_security_definer;

import dev.ngdi.migration.SchemaMigration;

/** Publishers see their own viaducts only. */
@SchemaMigration(
    up =
        """
        CREATE POLICY viaduct_visible ON viaduct USING (title <> '');
        ALTER TABLE viaduct ENABLE ROW LEVEL SECURITY;
        """,
    down =
        """
        ALTER TABLE viaduct DISABLE ROW LEVEL SECURITY;
        DROP POLICY viaduct_visible ON viaduct;
        """)
final class V20260428100000__enable_viaduct_row_security {}
