package example.validate_in_same_transaction;

import dev.ngdi.migration.SchemaMigration;

/** A size is not negative. */
@SchemaMigration(
    up =
        """
        ALTER TABLE cistern ADD CONSTRAINT cistern_size_check CHECK (size_bytes >= 0) NOT VALID;
        ALTER TABLE cistern VALIDATE CONSTRAINT cistern_size_check;
        """,
    down = "ALTER TABLE cistern DROP CONSTRAINT cistern_size_check;")
final class V20260426100000__add_cistern_size_check_constraint {}
