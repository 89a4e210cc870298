package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.DataMigration;

/** The release that runs reads both columns; after this only the array is read. */
@Allow(
    rule = "unbatched-backfill",
    because = "the catalogue has some 20,000 records, which are changed in a second")
@DataMigration(
    up =
        """
        UPDATE metadata_record
        SET topics = string_to_array(topic_category, ',')
        WHERE topic_category <> '' AND topics = '{}';
        """,
    down =
        """
        UPDATE metadata_record
        SET topics = '{}'
        WHERE topics <> '{}';
        """,
    verify =
        """
        SELECT count(*) = 0
        FROM metadata_record
        WHERE topic_category <> '' AND topics = '{}'
        """)
final class V20261112091000__copy_metadata_record_topic_values {}
