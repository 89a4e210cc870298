package web;

import dev.ngdi.migration.SchemaMigration;

/** Written in another module in the same second. */
@SchemaMigration(up = "CREATE TABLE session (id bigint)", down = "DROP TABLE session")
final class V20261102090000__create_session_table {}
