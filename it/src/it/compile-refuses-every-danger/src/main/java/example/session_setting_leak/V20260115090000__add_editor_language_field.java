package example.session_setting_leak;

import dev.ngdi.migration.SchemaMigration;

/** Users choose a language. */
@SchemaMigration(
    up =
        """
        SET lock_timeout = '2s';
        ALTER TABLE editor ADD COLUMN language text;
        """,
    down = "ALTER TABLE editor DROP COLUMN language")
final class V20260115090000__add_editor_language_field {}
