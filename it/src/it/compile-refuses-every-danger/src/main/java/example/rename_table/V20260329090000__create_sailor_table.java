package example.rename_table;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE sailor (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL,
          mail text
        );
        """,
    down = "DROP TABLE sailor")
final class V20260329090000__create_sailor_table {}
