package example.add_column_inline_references;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists lagoons. */
@SchemaMigration(
    up =
        """
        CREATE TABLE lagoon (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE lagoon;")
final class V20260122100000__create_lagoon_table {}
