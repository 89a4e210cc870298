package example.rename_column;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE captain (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL,
          mail text
        );
        """,
    down = "DROP TABLE captain")
final class V20260328090000__create_captain_table {}
