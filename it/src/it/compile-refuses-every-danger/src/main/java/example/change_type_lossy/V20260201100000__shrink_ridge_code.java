package example.change_type_lossy;

import dev.ngdi.migration.SchemaMigration;

/** Partner catalogues accept ten letters. */
@SchemaMigration(
    up = "ALTER TABLE ridge ALTER COLUMN code TYPE varchar(10);",
    down = "ALTER TABLE ridge ALTER COLUMN code TYPE varchar(40);")
final class V20260201100000__shrink_ridge_code {}
