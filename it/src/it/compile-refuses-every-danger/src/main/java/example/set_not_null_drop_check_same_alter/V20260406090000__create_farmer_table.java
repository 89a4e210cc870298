package example.set_not_null_drop_check_same_alter;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE farmer (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE farmer;")
final class V20260406090000__create_farmer_table {}
