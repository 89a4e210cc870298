package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Serves the licence filter, and the foreign key that comes next when a licence is deleted. */
@SchemaMigration(
    up =
        """
        CREATE INDEX CONCURRENTLY dataset_licence_idx ON dataset (licence_code);
        """,
    down =
        """
        DROP INDEX CONCURRENTLY dataset_licence_idx;
        """)
final class V20261117091500__create_dataset_licence_index {}
