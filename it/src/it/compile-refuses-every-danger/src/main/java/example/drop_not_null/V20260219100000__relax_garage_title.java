package example.drop_not_null;

import dev.ngdi.migration.SchemaMigration;

/** Drafts have no title yet. */
@SchemaMigration(
    up = "ALTER TABLE garage ALTER COLUMN title DROP NOT NULL;",
    down = "ALTER TABLE garage ALTER COLUMN title SET NOT NULL;")
final class V20260219100000__relax_garage_title {}
