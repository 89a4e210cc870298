package example.add_column_generated_stored;

import dev.ngdi.migration.SchemaMigration;

/** Organisations see who signs in under their domain. */
@SchemaMigration(
    up =
        """
        ALTER TABLE warden ADD COLUMN domain text GENERATED ALWAYS AS (split_part(email, '@', 2)) STORED;
        """,
    down = "ALTER TABLE warden DROP COLUMN domain;")
final class V20260118100000__add_warden_domain_field {}
