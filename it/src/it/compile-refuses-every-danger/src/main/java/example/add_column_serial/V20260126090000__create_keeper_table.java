package example.add_column_serial;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE keeper (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE keeper;")
final class V20260126090000__create_keeper_table {}
