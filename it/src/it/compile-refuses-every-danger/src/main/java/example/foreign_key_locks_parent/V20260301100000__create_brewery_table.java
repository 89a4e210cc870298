package example.foreign_key_locks_parent;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists breweries. */
@SchemaMigration(
    up =
        """
        CREATE TABLE brewery (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, brewery_publisher_id bigint);
        """,
    down = "DROP TABLE brewery;")
final class V20260301100000__create_brewery_table {}
