package example.change_type_recheck_constraint;

import dev.ngdi.migration.SchemaMigration;

/** Codes of partner catalogues are longer. */
@SchemaMigration(
    up = "ALTER TABLE basin ALTER COLUMN code TYPE varchar(40);",
    down = "ALTER TABLE basin ALTER COLUMN code TYPE varchar(10);")
final class V20260202100000__widen_basin_code {}
