package example.add_column_identity;

import dev.ngdi.migration.SchemaMigration;

/** Support asks callers for their number. */
@SchemaMigration(
    up =
        """
        ALTER TABLE ranger ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
        """,
    down = "ALTER TABLE ranger DROP COLUMN number;")
final class V20260119100000__add_ranger_number_field {}
