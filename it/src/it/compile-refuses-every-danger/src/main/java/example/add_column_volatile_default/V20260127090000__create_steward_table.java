package example.add_column_volatile_default;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE steward (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE steward;")
final class V20260127090000__create_steward_table {}
