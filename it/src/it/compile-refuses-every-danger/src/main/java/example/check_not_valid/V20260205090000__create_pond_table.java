package example.check_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists ponds. */
@SchemaMigration(
    up =
        """
        CREATE TABLE pond (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE pond;")
final class V20260205090000__create_pond_table {}
