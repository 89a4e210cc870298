package example.truncate_table;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE mason (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL,
          mail text
        );
        """,
    down = "DROP TABLE mason")
final class V20260412090000__create_mason_table {}
