package example.mixed_ddl_and_data;

import dev.ngdi.migration.SchemaMigration;

/** A market can be withdrawn. */
@SchemaMigration(
    up =
        """
        ALTER TABLE market ADD COLUMN status text;
        UPDATE market SET status = 'published';
        """,
    down = "ALTER TABLE market DROP COLUMN status;")
final class V20260315100000__add_market_status_field {}
