package example.view_security_definer;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE viaduct (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE viaduct")
final class V20260428090000__create_viaduct_table {}
