package example.lock_timeout_missing;

import dev.ngdi.migration.SchemaMigration;

/** Users choose a language. */
@SchemaMigration(
    up = "ALTER TABLE curator ADD COLUMN language text",
    down = "ALTER TABLE curator DROP COLUMN language")
final class V20260111090000__add_curator_language_field {}
