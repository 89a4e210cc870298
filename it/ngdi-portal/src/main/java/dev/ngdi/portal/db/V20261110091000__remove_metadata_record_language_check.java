package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The column says the same as the check now. */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record DROP CONSTRAINT metadata_record_language_present;
        """,
    down =
        """
        ALTER TABLE metadata_record
          ADD CONSTRAINT metadata_record_language_present CHECK (language IS NOT NULL);
        """)
final class V20261110091000__remove_metadata_record_language_check {}
