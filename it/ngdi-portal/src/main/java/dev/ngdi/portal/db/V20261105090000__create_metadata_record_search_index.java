package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Full-text search reads every record until this index is there. */
@SchemaMigration(
    up =
        """
        CREATE INDEX CONCURRENTLY metadata_record_search_idx
          ON metadata_record USING gin (search_vector);
        """,
    down =
        """
        DROP INDEX CONCURRENTLY metadata_record_search_idx;
        """)
final class V20261105090000__create_metadata_record_search_index {}
