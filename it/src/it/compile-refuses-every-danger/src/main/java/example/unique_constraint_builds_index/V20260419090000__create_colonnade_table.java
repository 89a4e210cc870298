package example.unique_constraint_builds_index;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists colonnades. */
@SchemaMigration(
    up =
        """
        CREATE TABLE colonnade (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE colonnade;")
final class V20260419090000__create_colonnade_table {}
