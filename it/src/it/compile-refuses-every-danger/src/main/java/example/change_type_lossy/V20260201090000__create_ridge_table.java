package example.change_type_lossy;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists ridges. */
@SchemaMigration(
    up = "CREATE TABLE ridge (id bigint PRIMARY KEY, code varchar(40));",
    down = "DROP TABLE ridge;")
final class V20260201090000__create_ridge_table {}
