package example.unnamed_constraint;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists belfries. */
@SchemaMigration(
    up =
        """
        CREATE TABLE belfry (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE belfry;")
final class V20260421090000__create_belfry_table {}
