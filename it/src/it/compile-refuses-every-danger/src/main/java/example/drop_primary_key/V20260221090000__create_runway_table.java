package example.drop_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists runways. */
@SchemaMigration(
    up =
        """
        CREATE TABLE runway (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE runway;")
final class V20260221090000__create_runway_table {}
