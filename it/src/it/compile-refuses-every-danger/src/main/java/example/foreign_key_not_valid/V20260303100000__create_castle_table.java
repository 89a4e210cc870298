package example.foreign_key_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists castles. */
@SchemaMigration(
    up =
        """
        CREATE TABLE castle (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, castle_publisher_id bigint);
        """,
    down = "DROP TABLE castle;")
final class V20260303100000__create_castle_table {}
