package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The link checker works host by host and must not take the addresses apart each time. */
@SchemaMigration(
    up =
        """
        ALTER TABLE distribution ADD COLUMN host text;
        """,
    down =
        """
        ALTER TABLE distribution DROP COLUMN host;
        """)
final class V20261118091000__add_distribution_host_field {}
