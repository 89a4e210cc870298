package example.add_column_inline_references;

import dev.ngdi.migration.SchemaMigration;

/** Each lagoon names who answers for it. */
@SchemaMigration(
    up =
        """
        ALTER TABLE lagoon ADD COLUMN lagoon_publisher_id bigint REFERENCES lagoon_publisher (id);
        """,
    down = "ALTER TABLE lagoon DROP COLUMN lagoon_publisher_id;")
final class V20260122110000__add_lagoon_lagoon_publisher_field {}
