package example.add_column_inline_check;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists valleys. */
@SchemaMigration(
    up =
        """
        CREATE TABLE valley (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE valley;")
final class V20260120090000__create_valley_table {}
