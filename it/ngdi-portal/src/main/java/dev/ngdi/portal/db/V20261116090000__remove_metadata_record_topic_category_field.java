package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** No release that runs reads the text any more. Taken back, it is made from the array. */
@Allow(
    rule = "drop-column",
    because = "no release that runs reads or writes the text, and the array has its values")
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record DROP COLUMN topic_category;
        """,
    down =
        """
        ALTER TABLE metadata_record ADD COLUMN topic_category text;
        UPDATE metadata_record
        SET topic_category = array_to_string(topics, ',')
        WHERE topics <> '{}';
        """)
final class V20261116090000__remove_metadata_record_topic_category_field {}
