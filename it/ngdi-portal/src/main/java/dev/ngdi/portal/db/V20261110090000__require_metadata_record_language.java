package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The valid check proves that every record has a language, so this reads none of them. */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record ALTER COLUMN language SET NOT NULL;
        """,
    down =
        """
        ALTER TABLE metadata_record ALTER COLUMN language DROP NOT NULL;
        """)
final class V20261110090000__require_metadata_record_language {}
