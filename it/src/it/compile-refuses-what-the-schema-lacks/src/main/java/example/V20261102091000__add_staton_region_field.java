package example;

import dev.ngdi.migration.SchemaMigration;

/** The table is misspelt. */
@SchemaMigration(
    up = "ALTER TABLE staton ADD COLUMN region text",
    down = "ALTER TABLE staton DROP COLUMN region")
final class V20261102091000__add_staton_region_field {}
