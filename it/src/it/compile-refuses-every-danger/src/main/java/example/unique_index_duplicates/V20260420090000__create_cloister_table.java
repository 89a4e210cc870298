package example.unique_index_duplicates;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists cloisters. */
@SchemaMigration(
    up =
        """
        CREATE TABLE cloister (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE cloister;")
final class V20260420090000__create_cloister_table {}
