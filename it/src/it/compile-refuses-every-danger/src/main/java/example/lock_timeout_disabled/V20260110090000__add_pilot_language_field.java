package example.lock_timeout_disabled;

import dev.ngdi.migration.SchemaMigration;

/** Users choose a language. */
@SchemaMigration(
    up =
        """
        SET LOCAL lock_timeout = 0;
        ALTER TABLE pilot ADD COLUMN language text;
        """,
    down = "ALTER TABLE pilot DROP COLUMN language")
final class V20260110090000__add_pilot_language_field {}
