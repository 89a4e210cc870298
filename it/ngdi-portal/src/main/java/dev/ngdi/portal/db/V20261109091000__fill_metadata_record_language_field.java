package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.DataMigration;

/**
 * Records say their language in the document or are in the portal's own. Codes are those of ISO
 * 639-2.
 */
@Allow(
    rule = "unbatched-backfill",
    because = "the catalogue has some 20,000 records, which are changed in a second")
@DataMigration(
    up =
        """
        UPDATE metadata_record
        SET language = coalesce(document ->> 'language', 'ger')
        WHERE language IS NULL;
        """,
    down =
        """
        UPDATE metadata_record
        SET language = NULL
        WHERE language IS NOT NULL;
        """,
    verify = "SELECT count(*) = 0 FROM metadata_record WHERE language IS NULL")
final class V20261109091000__fill_metadata_record_language_field {}
