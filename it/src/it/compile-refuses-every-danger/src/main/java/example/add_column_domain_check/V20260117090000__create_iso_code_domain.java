package example.add_column_domain_check;

import dev.ngdi.migration.SchemaMigration;

/** Languages are given in three letters. */
@SchemaMigration(
    up = "CREATE DOMAIN iso_code AS text CHECK (VALUE ~ '^[a-z]{3}$');",
    down = "DROP DOMAIN iso_code;")
final class V20260117090000__create_iso_code_domain {}
