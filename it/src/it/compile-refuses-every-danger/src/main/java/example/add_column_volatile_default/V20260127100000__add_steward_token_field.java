package example.add_column_volatile_default;

import dev.ngdi.migration.SchemaMigration;

/** Mails carry a token instead of the address. */
@SchemaMigration(
    up =
        """
        ALTER TABLE steward ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();
        """,
    down = "ALTER TABLE steward DROP COLUMN token;")
final class V20260127100000__add_steward_token_field {}
