package example.enum_value_used_in_same_transaction;

import dev.ngdi.migration.SchemaMigration;

/** What can be asked for its records. */
@SchemaMigration(
    up =
        """
        CREATE TYPE weir_service_state AS ENUM ('new', 'active');
        CREATE TABLE weir_service (id bigint PRIMARY KEY, state weir_service_state NOT NULL DEFAULT 'new');
        """,
    down =
        """
        DROP TABLE weir_service;
        DROP TYPE weir_service_state;
        """)
final class V20260226090000__create_weir_service_table {}
