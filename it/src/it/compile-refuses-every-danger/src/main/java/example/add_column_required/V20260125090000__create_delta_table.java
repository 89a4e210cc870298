package example.add_column_required;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists deltas. */
@SchemaMigration(
    up =
        """
        CREATE TABLE delta (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE delta;")
final class V20260125090000__create_delta_table {}
