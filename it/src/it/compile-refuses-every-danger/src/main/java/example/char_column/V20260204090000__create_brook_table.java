package example.char_column;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists brooks. */
@SchemaMigration(
    up =
        """
        CREATE TABLE brook (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          language char(3) NOT NULL
        );
        """,
    down = "DROP TABLE brook;")
final class V20260204090000__create_brook_table {}
