package example.add_column_generated_stored;

import dev.ngdi.migration.SchemaMigration;

/** People sign in to the portal. */
@SchemaMigration(
    up = "CREATE TABLE warden (id bigint PRIMARY KEY, email text, login text);",
    down = "DROP TABLE warden;")
final class V20260118090000__create_warden_table {}
