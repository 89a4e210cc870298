package example.undo_error;

import dev.ngdi.migration.SchemaMigration;

/** Support calls people by their name. */
@SchemaMigration(
    up = "ALTER TABLE gardener ADD COLUMN name text",
    down = "ALTER TABLE gardener DROP COLUMN nmae")
final class V20260415100000__add_gardener_name_field {}
