package example.set_access_method;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE reactor (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE reactor")
final class V20260404090000__create_reactor_table {}
