package example.add_column_inline_unique;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists reefs. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reef (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE reef;")
final class V20260123090000__create_reef_table {}
