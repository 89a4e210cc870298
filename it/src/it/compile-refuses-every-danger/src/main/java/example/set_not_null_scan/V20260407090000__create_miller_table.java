package example.set_not_null_scan;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE miller (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE miller;")
final class V20260407090000__create_miller_table {}
