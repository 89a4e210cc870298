package example.change_type_view_dependency;

import dev.ngdi.migration.SchemaMigration;

/** Codes of partner catalogues are longer. */
@SchemaMigration(
    up = "ALTER TABLE river ALTER COLUMN code TYPE text;",
    down = "ALTER TABLE river ALTER COLUMN code TYPE varchar(10);")
final class V20260203110000__widen_river_code {}
