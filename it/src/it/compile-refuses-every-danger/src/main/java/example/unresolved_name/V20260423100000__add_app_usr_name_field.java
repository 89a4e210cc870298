package example.unresolved_name;

import dev.ngdi.migration.SchemaMigration;

/** Support calls people by their name. */
@SchemaMigration(
    up = "ALTER TABLE app_usr ADD COLUMN name text",
    down = "ALTER TABLE app_usr DROP COLUMN name")
final class V20260423100000__add_app_usr_name_field {}
