package example.set_not_null_drop_check_same_alter;

import dev.ngdi.migration.SchemaMigration;

/** Mails are how the portal talks to people. */
@SchemaMigration(
    up =
        """
        ALTER TABLE farmer ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT farmer_email_not_null_check;
        """,
    down =
        """
        ALTER TABLE farmer ADD CONSTRAINT farmer_email_not_null_check CHECK (email IS NOT NULL);
        ALTER TABLE farmer ALTER COLUMN email DROP NOT NULL;
        """)
final class V20260406120000__require_farmer_email {}
