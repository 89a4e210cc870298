package example.row_security_without_policy;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE hydrant (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE hydrant")
final class V20260331090000__create_hydrant_table {}
