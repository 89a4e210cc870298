package example.set_not_null_drop_check_same_alter;

import dev.ngdi.migration.SchemaMigration;

/** Existing users have an address. */
@SchemaMigration(
    up =
        """
        ALTER TABLE farmer VALIDATE CONSTRAINT farmer_email_not_null_check;
        """,
    down =
        """
        ALTER TABLE farmer DROP CONSTRAINT farmer_email_not_null_check;
        ALTER TABLE farmer ADD CONSTRAINT farmer_email_not_null_check CHECK (email IS NOT NULL) NOT VALID;
        """)
final class V20260406110000__validate_farmer_email_not_null_check {}
