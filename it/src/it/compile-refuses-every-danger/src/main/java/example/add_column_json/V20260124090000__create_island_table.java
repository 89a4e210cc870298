package example.add_column_json;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists islands. */
@SchemaMigration(
    up =
        """
        CREATE TABLE island (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE island;")
final class V20260124090000__create_island_table {}
