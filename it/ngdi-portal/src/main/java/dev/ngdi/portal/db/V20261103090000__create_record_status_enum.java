package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The stages of a record's life; only published records leave the portal. */
@SchemaMigration(
    up =
        """
        CREATE TYPE record_status AS ENUM ('draft', 'review', 'published', 'retired');
        """,
    down =
        """
        DROP TYPE record_status;
        """)
final class V20261103090000__create_record_status_enum {}
