package example.undo_if_exists_hides;

import dev.ngdi.migration.SchemaMigration;

/** Support calls people by their name. */
@SchemaMigration(
    up = "ALTER TABLE forester ADD COLUMN name text",
    down =
        """
        ALTER TABLE forester DROP COLUMN name;
        DROP INDEX IF EXISTS forester_nme_idx;
        """)
final class V20260416100000__add_forester_name_field {}
