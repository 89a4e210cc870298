package example.drop_constraint;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists trams. */
@SchemaMigration(
    up =
        """
        CREATE TABLE tram (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE tram;")
final class V20260217090000__create_tram_table {}
