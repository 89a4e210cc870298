package example.change_collation;

import dev.ngdi.migration.SchemaMigration;

/** Titles are sorted by their bytes, as partners do. */
@SchemaMigration(
    up =
        """
        ALTER TABLE gorge ALTER COLUMN title TYPE text COLLATE "C";
        """,
    down = "ALTER TABLE gorge ALTER COLUMN title TYPE text;")
final class V20260130100000__change_gorge_title_collation {}
