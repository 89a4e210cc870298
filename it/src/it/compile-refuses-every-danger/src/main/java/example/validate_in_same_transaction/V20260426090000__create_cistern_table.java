package example.validate_in_same_transaction;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists cisterns. */
@SchemaMigration(
    up =
        """
        CREATE TABLE cistern (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE cistern;")
final class V20260426090000__create_cistern_table {}
