package example.add_column_identity;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE ranger (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE ranger;")
final class V20260119090000__create_ranger_table {}
