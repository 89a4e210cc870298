package example.impossible_change;

import dev.ngdi.migration.SchemaMigration;

/** The number is made by the database. */
@SchemaMigration(
    up = "ALTER TABLE trustee ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY",
    down = "ALTER TABLE trustee ALTER COLUMN id DROP IDENTITY")
final class V20260307100000__change_trustee_id_field {}
