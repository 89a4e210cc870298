package flyway;

import dev.ngdi.migration.SchemaMigration;

/** The last of the old scripts left the table so. */
@SchemaMigration(
    up = "ALTER TABLE reading ADD COLUMN unit text",
    down = "ALTER TABLE reading DROP COLUMN unit")
final class V20261102093000__add_reading_unit_field {}
