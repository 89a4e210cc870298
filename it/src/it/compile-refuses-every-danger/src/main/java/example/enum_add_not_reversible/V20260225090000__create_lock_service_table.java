package example.enum_add_not_reversible;

import dev.ngdi.migration.SchemaMigration;

/** What can be asked for its records. */
@SchemaMigration(
    up =
        """
        CREATE TYPE lock_service_state AS ENUM ('new', 'active');
        CREATE TABLE lock_service (id bigint PRIMARY KEY, state lock_service_state NOT NULL DEFAULT 'new');
        """,
    down =
        """
        DROP TABLE lock_service;
        DROP TYPE lock_service_state;
        """)
final class V20260225090000__create_lock_service_table {}
