package example.change_type_view_dependency;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists rivers. */
@SchemaMigration(
    up = "CREATE TABLE river (id bigint PRIMARY KEY, code varchar(10));",
    down = "DROP TABLE river;")
final class V20260203090000__create_river_table {}
