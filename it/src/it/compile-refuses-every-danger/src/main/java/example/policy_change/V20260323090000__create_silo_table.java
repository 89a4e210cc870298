package example.policy_change;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE silo (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE silo")
final class V20260323090000__create_silo_table {}
