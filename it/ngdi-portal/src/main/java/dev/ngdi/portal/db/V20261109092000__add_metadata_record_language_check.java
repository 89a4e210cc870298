package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** From now on no record comes without a language; those that are there are looked at next. */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record
          ADD CONSTRAINT metadata_record_language_present CHECK (language IS NOT NULL) NOT VALID;
        """,
    down =
        """
        ALTER TABLE metadata_record DROP CONSTRAINT metadata_record_language_present;
        """)
final class V20261109092000__add_metadata_record_language_check {}
