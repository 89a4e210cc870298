package example.set_not_null_drop_check_same_alter;

import dev.ngdi.migration.SchemaMigration;

/** New users have an address. */
@SchemaMigration(
    up =
        """
        ALTER TABLE farmer ADD CONSTRAINT farmer_email_not_null_check CHECK (email IS NOT NULL) NOT VALID;
        """,
    down = "ALTER TABLE farmer DROP CONSTRAINT farmer_email_not_null_check;")
final class V20260406100000__add_farmer_email_not_null_check_constraint {}
