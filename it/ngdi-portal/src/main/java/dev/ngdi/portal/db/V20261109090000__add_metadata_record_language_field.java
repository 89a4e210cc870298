package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * ISO 19115 asks for the language of a record. The column is nullable at first, because the release
 * in service does not write it yet.
 */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record ADD COLUMN language text;
        """,
    down =
        """
        ALTER TABLE metadata_record DROP COLUMN language;
        """)
final class V20261109090000__add_metadata_record_language_field {}
