package example.wide_lock_window;

import dev.ngdi.migration.SchemaMigration;

/** Users and licences can be hidden. */
@SchemaMigration(
    up =
        """
        ALTER TABLE surveyor ADD COLUMN hidden boolean;
        ALTER TABLE licence ADD COLUMN hidden boolean;
        """,
    down =
        """
        ALTER TABLE licence DROP COLUMN hidden;
        ALTER TABLE surveyor DROP COLUMN hidden;
        """)
final class V20260116090000__add_surveyor_hidden_field {}
