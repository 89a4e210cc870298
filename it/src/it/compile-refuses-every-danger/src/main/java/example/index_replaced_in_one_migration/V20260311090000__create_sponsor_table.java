package example.index_replaced_in_one_migration;

import dev.ngdi.migration.SchemaMigration;

/** Who may log in. */
@SchemaMigration(
    up = "CREATE TABLE sponsor (id bigint PRIMARY KEY, email text NOT NULL, name text)",
    down = "DROP TABLE sponsor")
final class V20260311090000__create_sponsor_table {}
