package example.add_column_inline_check;

import dev.ngdi.migration.SchemaMigration;

/** Maps are found by their scale. */
@SchemaMigration(
    up = "ALTER TABLE valley ADD COLUMN scale integer CHECK (scale > 0);",
    down = "ALTER TABLE valley DROP COLUMN scale;")
final class V20260120100000__add_valley_scale_field {}
