package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * A record has several topic categories. They are kept as a text with commas, which cannot be
 * searched well; an array takes their place.
 */
@SchemaMigration(
    up =
        """
        ALTER TABLE metadata_record ADD COLUMN topics text[] NOT NULL DEFAULT '{}';
        """,
    down =
        """
        ALTER TABLE metadata_record DROP COLUMN topics;
        """)
final class V20261112090000__add_metadata_record_topics_field {}
