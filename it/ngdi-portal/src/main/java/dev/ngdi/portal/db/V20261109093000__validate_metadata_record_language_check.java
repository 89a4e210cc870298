package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Looks at every record while the portal goes on reading and writing. */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record VALIDATE CONSTRAINT metadata_record_language_present;
        """,
    down =
        """
        ALTER TABLE metadata_record DROP CONSTRAINT metadata_record_language_present;
        ALTER TABLE metadata_record
          ADD CONSTRAINT metadata_record_language_present CHECK (language IS NOT NULL) NOT VALID;
        """)
final class V20261109093000__validate_metadata_record_language_check {}
