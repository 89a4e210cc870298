package example.name_taken;

import dev.ngdi.migration.SchemaMigration;

/** Support looks people up by address. */
@SchemaMigration(
    up = "ALTER TABLE tenant ADD COLUMN email text",
    down = "ALTER TABLE tenant DROP COLUMN email")
final class V20260318100000__add_tenant_email_field {}
