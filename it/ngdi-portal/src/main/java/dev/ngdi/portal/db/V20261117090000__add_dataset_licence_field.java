package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The licence moves out of the document, so that the portal can filter by it. */
@SchemaMigration(
    up =
        """
        ALTER TABLE dataset ADD COLUMN licence_code text;
        """,
    down =
        """
        ALTER TABLE dataset DROP COLUMN licence_code;
        """)
final class V20261117090000__add_dataset_licence_field {}
