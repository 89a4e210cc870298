package example.set_not_null_scan;

import dev.ngdi.migration.SchemaMigration;

/** Mails are how the portal talks to people. */
@SchemaMigration(
    up = "ALTER TABLE miller ALTER COLUMN email SET NOT NULL;",
    down = "ALTER TABLE miller ALTER COLUMN email DROP NOT NULL;")
final class V20260407100000__require_miller_email {}
