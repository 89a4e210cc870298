package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The expert search asks for members of the document by containment, which this index serves. */
@SchemaMigration(
    up =
        """
        CREATE INDEX CONCURRENTLY metadata_record_document_idx
          ON metadata_record USING gin (document jsonb_path_ops);
        """,
    down =
        """
        DROP INDEX CONCURRENTLY metadata_record_document_idx;
        """)
final class V20261105091000__create_metadata_record_document_index {}
