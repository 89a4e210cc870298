package example.grant_widening;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE fountain (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE fountain")
final class V20260306090000__create_fountain_table {}
