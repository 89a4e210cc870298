package example.drop_column;

import dev.ngdi.migration.SchemaMigration;

/** The mail service keeps addresses. */
@SchemaMigration(
    up = "ALTER TABLE operator DROP COLUMN email",
    down =
        """
        ALTER TABLE operator ADD COLUMN email text;
        ALTER TABLE operator ALTER COLUMN email SET NOT NULL;
        """)
final class V20260215100000__remove_operator_email_field {}
