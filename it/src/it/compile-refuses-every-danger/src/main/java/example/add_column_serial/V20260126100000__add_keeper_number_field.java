package example.add_column_serial;

import dev.ngdi.migration.SchemaMigration;

/** Support asks callers for their number. */
@SchemaMigration(
    up = "ALTER TABLE keeper ADD COLUMN number bigserial;",
    down = "ALTER TABLE keeper DROP COLUMN number;")
final class V20260126100000__add_keeper_number_field {}
